/** What an address leads to. */
export type Route =
  | { readonly kind: "home" }
  | { readonly kind: "video"; readonly share: string }
  | { readonly kind: "nothing" };

const SHARE = /^\/v\/([A-Za-z0-9_-]{1,64})\/?$/;

export function routeOf(path: string): Route {
  if (path === "/" || path === "/index.html") return { kind: "home" };
  const share = SHARE.exec(path)?.[1];
  return share === undefined ? { kind: "nothing" } : { kind: "video", share };
}
