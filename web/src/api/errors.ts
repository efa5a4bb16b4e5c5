import { strings } from "../ui/strings";
import { ZipRefusal } from "../zip/refusal";

/** The API's refusal; the message is a sentence for fans. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  get isNotFound(): boolean {
    return this.status === 404;
  }
}

/** No answer came: the network, or nobody listens. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";

  constructor() {
    super(strings.errors.network);
  }
}

/** Whether the work was stopped on purpose, which nobody needs to hear about. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** Whether the same request may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof NetworkError ||
    (error instanceof ApiError && (error.status >= 500 || error.status === 429 || error.status === 408))
  );
}

/** What to tell a fan about any failure. */
export function sentence(error: unknown): string {
  return error instanceof ApiError || error instanceof NetworkError || error instanceof ZipRefusal
    ? error.message
    : strings.errors.unexpected;
}
