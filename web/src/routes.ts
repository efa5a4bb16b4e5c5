/** What an address leads to. */
export type Route =
  | { readonly kind: "home" }
  | { readonly kind: "video" | "truth" | "embed" | "gallery"; readonly share: string }
  | { readonly kind: "nothing" };

const SHARE = /^\/v\/([A-Za-z0-9_-]{1,64})(\/truth)?\/?$/;

const EMBED = /^\/embed\/([A-Za-z0-9_-]{1,64})\/?$/;

const GALLERY = /^\/g\/([A-Za-z0-9_-]{1,64})\/?$/;

export function routeOf(path: string): Route {
  if (path === "/" || path === "/index.html") return { kind: "home" };
  const [, framed] = EMBED.exec(path) ?? [];
  if (framed !== undefined) return { kind: "embed", share: framed };
  const [, gallery] = GALLERY.exec(path) ?? [];
  if (gallery !== undefined) return { kind: "gallery", share: gallery };
  const [, share, truth] = SHARE.exec(path) ?? [];
  if (share === undefined) return { kind: "nothing" };
  return { kind: truth === undefined ? "video" : "truth", share };
}
