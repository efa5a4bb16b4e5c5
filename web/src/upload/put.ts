/** A PUT that storage refused, or that broke off: then the status is 0. */
export class PutError extends Error {
  override readonly name = "PutError";

  constructor(readonly status: number) {
    super(`PUT ended with ${status}`);
  }

  /** The address ran out, or was for something else. */
  get isExpired(): boolean {
    return this.status === 403 || this.status === 401 || this.status === 400;
  }
}

/** Sends bytes to a presigned address; `sent` hears how many are under way. XMLHttpRequest, since fetch tells no upload progress. */
export function put(
  url: string,
  body: Blob,
  options: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
    readonly sent?: (bytes: number) => void;
  },
): Promise<void> {
  const { headers = {}, signal, sent } = options;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) {
      // The browser sets these itself and forbids pages to.
      if (!/^(host|content-length)$/i.test(name)) request.setRequestHeader(name, value);
    }
    const abort = () => request.abort();
    signal.addEventListener("abort", abort, { once: true });
    const end = (settle: () => void) => () => {
      signal.removeEventListener("abort", abort);
      settle();
    };
    if (sent) request.upload.onprogress = (event) => sent(event.loaded);
    request.onload = end(() => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new PutError(request.status));
    });
    request.onerror = end(() => reject(new PutError(0)));
    request.ontimeout = end(() => reject(new PutError(0)));
    request.onabort = end(() => reject(signal.reason));
    request.send(body);
  });
}
