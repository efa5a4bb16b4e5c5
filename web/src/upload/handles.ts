// The File System Access API, as far as TypeScript does not know it yet. Browsers without it ask for the file again.

/** A file on the fan's disk that can be read again after the page was closed. */
export interface FileHandle {
  getFile(): Promise<File>;
  queryPermission?(how: { readonly mode: "read" }): Promise<PermissionState>;
  requestPermission?(how: { readonly mode: "read" }): Promise<PermissionState>;
}

export interface Picked {
  readonly file: File;
  readonly handle?: FileHandle | undefined;
}

interface Picker {
  readonly showOpenFilePicker?: (options: {
    readonly multiple: boolean;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<readonly FileHandle[]>;
}

const TYPES = [
  {
    accept: {
      "video/mp4": [".mp4", ".m4v"],
      "video/quicktime": [".mov"],
      "video/x-matroska": [".mkv"],
      "video/webm": [".webm"],
    },
  },
];

/** Whether the browser has a picker whose files can be read again later. Phones keep theirs, which has the camera roll. */
export function hasPicker(): boolean {
  return "showOpenFilePicker" in window && !matchMedia("(pointer: coarse)").matches;
}

/** Shows that picker; nothing when the fan chose none. */
export async function pickVideos(): Promise<readonly Picked[]> {
  let handles: readonly FileHandle[];
  try {
    handles = (await (window as Picker).showOpenFilePicker?.({ multiple: true, types: TYPES })) ?? [];
  } catch {
    return [];
  }
  return Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
}

/** The handle of a dropped file, where there is one; to be called while the drop is handled. */
export async function droppedHandle(item: DataTransferItem): Promise<FileHandle | undefined> {
  const get = (item as { getAsFileSystemHandle?: () => Promise<unknown> }).getAsFileSystemHandle;
  try {
    const handle = (await get?.call(item)) as (FileHandle & { readonly kind: string }) | null | undefined;
    return handle?.kind === "file" ? handle : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The file of a handle that was kept.
 *
 * @param ask whether the fan may be asked; only in answer to a click
 */
export async function openAgain(handle: FileHandle, ask: boolean): Promise<File | undefined> {
  const read = { mode: "read" } as const;
  try {
    let may = (await handle.queryPermission?.(read)) ?? "granted";
    if (may === "prompt" && ask) may = (await handle.requestPermission?.(read)) ?? "denied";
    return may === "granted" ? await handle.getFile() : undefined;
  } catch {
    // Moved, renamed or deleted since.
    return undefined;
  }
}

/** Where handles are kept by the job that they are for. Nothing is kept where the browser refuses. */
export interface Handles {
  keep(job: string, handle: FileHandle): Promise<void>;
  find(job: string): Promise<FileHandle | undefined>;
  forget(job: string): Promise<void>;
}

const STORE = "handles";

/** In IndexedDB, the one place that takes handles. */
export class KeptHandles implements Handles {
  private database: Promise<IDBDatabase> | undefined;

  async keep(job: string, handle: FileHandle): Promise<void> {
    await this.run("readwrite", (store) => store.put(handle, job));
  }

  find(job: string): Promise<FileHandle | undefined> {
    return this.run("readonly", (store) => store.get(job) as IDBRequest<FileHandle | undefined>);
  }

  async forget(job: string): Promise<void> {
    await this.run("readwrite", (store) => store.delete(job));
  }

  private async run<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> {
    try {
      const database = await (this.database ??= open());
      return await settled(work(database.transaction(STORE, mode).objectStore(STORE)));
    } catch {
      // Private windows refuse.
      return undefined;
    }
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("idols.uploads", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
