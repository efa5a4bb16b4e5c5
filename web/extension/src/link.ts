import { routeOf } from "../../src/routes";

/** A video on somebody's stack, as its share link names it. */
export interface ShareLink {
  /** The stack's origin: `http://127.0.0.1:8787`, `https://idols.example`. */
  readonly origin: string;
  readonly share: string;
}

/** Reads a pasted address of a stack; nothing where it is none. Plain HTTP counts only on this machine. */
export function stackAddress(text: string): URL | undefined {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return undefined;
  }
  const here = url.hostname === "127.0.0.1" || url.hostname === "localhost";
  return url.protocol === "https:" || (url.protocol === "http:" && here) ? url : undefined;
}

/** Reads what was pasted; nothing where it is no share link. */
export function shareLink(text: string): ShareLink | undefined {
  const url = stackAddress(text);
  if (url === undefined) return undefined;
  const route = routeOf(url.pathname);
  return route.kind === "video" || route.kind === "truth"
    ? { origin: url.origin, share: route.share }
    : undefined;
}

/** What to ask the browser for, so that an address may be read: a pattern of its host, for patterns know no ports. */
export function hostPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Under which a page's link is remembered: its address without what leads to a place within it. */
export function pageKey(address: string): string {
  const { origin, pathname, searchParams } = new URL(address);
  // `t` is where a player starts.
  searchParams.delete("t");
  searchParams.sort();
  const query = searchParams.toString();
  return origin + pathname + (query === "" ? "" : `?${query}`);
}
