/** Longer texts go into IndexedDB: local storage holds some 5 million characters for the whole site. */
const LONG = 500_000;
const DATABASE = "idols.truth";
const TEXTS = "texts";

/** Keeps texts in this browser over a reload. */
export class TextStore {
  constructor(private readonly key: string) {}

  /** Kept as soon as this returns; whether it could be. */
  keepNow(name: string, text: string): boolean {
    try {
      localStorage.setItem(this.at(name), text);
      return true;
    } catch {
      // Private windows and full storage refuse.
      return false;
    }
  }

  /** Keeps a text of any length; whether it could be. */
  async keep(name: string, text: string): Promise<boolean> {
    if (text.length < LONG && this.keepNow(name, text)) return true;
    try {
      await this.inDatabase("readwrite", (texts) => texts.put(text, this.at(name)));
      return true;
    } catch {
      return false;
    }
  }

  async read(name: string): Promise<string | null> {
    const near = this.readNow(name);
    if (near !== null) return near;
    try {
      return (
        (await this.inDatabase<string | undefined>("readonly", (texts) => texts.get(this.at(name)))) ?? null
      );
    } catch {
      return null;
    }
  }

  readNow(name: string): string | null {
    try {
      return localStorage.getItem(this.at(name));
    } catch {
      return null;
    }
  }

  async forget(name: string): Promise<void> {
    try {
      localStorage.removeItem(this.at(name));
      await this.inDatabase("readwrite", (texts) => texts.delete(this.at(name)));
    } catch {
      // What cannot be kept need not be forgotten.
    }
  }

  private at(name: string): string {
    return `${DATABASE}.${this.key}.${name}`;
  }

  private async inDatabase<T>(
    mode: IDBTransactionMode,
    act: (texts: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(TEXTS);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    try {
      return await new Promise<T>((done, fail) => {
        const transaction = database.transaction(TEXTS, mode);
        const request = act(transaction.objectStore(TEXTS));
        transaction.oncomplete = () => done(request.result);
        transaction.onabort = () => fail(transaction.error);
      });
    } finally {
      database.close();
    }
  }
}
