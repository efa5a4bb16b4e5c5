/** What an address leads to. */
export type Route =
  | { readonly kind: "home" }
  | { readonly kind: "video" | "truth"; readonly share: string }
  | { readonly kind: "nothing" };

const SHARE = /^\/v\/([A-Za-z0-9_-]{1,64})(\/truth)?\/?$/;

export function routeOf(path: string): Route {
  if (path === "/" || path === "/index.html") return { kind: "home" };
  const [, share, truth] = SHARE.exec(path) ?? [];
  if (share === undefined) return { kind: "nothing" };
  return { kind: truth === undefined ? "video" : "truth", share };
}
