/** By which right a gallery is used: one's own by its secret, somebody's by a share link. */
export type GalleryUse =
  { readonly gallery: string; readonly secret: string } | { readonly galleryShare: string };
