import type { FoundFile } from "../gallery/folders";
import { droppedHandle } from "../upload/handles";

/** Makes an element take dropped files and folders; the class `over` tells that it would. */
export function acceptDrop(element: HTMLElement, dropped: (files: readonly FoundFile[]) => void): void {
  let depth = 0;
  const over = (change: number) => {
    depth = Math.max(0, depth + change);
    element.classList.toggle("over", depth > 0);
  };
  element.addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    over(1);
  });
  element.addEventListener("dragleave", (event) => carriesFiles(event) && over(-1));
  element.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
  });
  element.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    over(-depth);
    void droppedFiles(event.dataTransfer!).then(dropped);
  });
}

/** Keeps a file that misses its place from being opened instead of the page. */
export function guardMissedDrops(): void {
  for (const kind of ["dragover", "drop"] as const) {
    window.addEventListener(kind, (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
    });
  }
}

/** What a file input holds: with folders, if folders were chosen. */
export function chosenFiles(input: HTMLInputElement): readonly FoundFile[] {
  return [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** All files of a drop, those in folders too. */
async function droppedFiles(transfer: DataTransfer): Promise<readonly FoundFile[]> {
  // The list dies with the event: everything is taken out of it before anything is awaited.
  const entries = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => ({
      entry: item.webkitGetAsEntry?.() ?? null,
      file: item.getAsFile(),
      handle: droppedHandle(item),
    }));
  const found: FoundFile[] = [];
  for (const { entry, file, handle } of entries) {
    if (entry?.isDirectory) await walk(entry, found);
    else if (file !== null) found.push({ path: file.name, file, handle: await handle });
    else if (entry !== null) await walk(entry, found);
  }
  return found;
}

async function walk(entry: FileSystemEntry, found: FoundFile[]): Promise<void> {
  try {
    if (entry.isFile) {
      const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
      found.push({ path: entry.fullPath, file });
    } else if (entry.isDirectory) {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      for (;;) {
        // Browsers hand out a folder by the hundred.
        const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
        if (some.length === 0) return;
        for (const each of some) await walk(each, found);
      }
    }
  } catch {
    // A file that cannot be read is left out, as if it had not been dropped.
  }
}
