import type { components } from "../../target/contract";

/** The shapes of docs/openapi.yaml; the build makes `target/contract.d.ts` from it, so that a change there that breaks the page breaks the build. */
type Schemas = components["schemas"];

export type NewGallery = Schemas["NewGallery"];
export type Gallery = Schemas["Gallery"];
export type GalleryPerson = Gallery["people"][number];
export type GalleryPicture = Schemas["Picture"];
export type Finding = Schemas["Finding"];
export type PersonNames = Schemas["PersonNames"];
export type PictureAnnouncement = Schemas["NewPictures"]["pictures"][number];
export type PictureUpload = Schemas["PictureUploads"]["pictures"][number];
export type NewJob = Schemas["NewJob"];
export type Matcher = NonNullable<NewJob["matcher"]>;
export type CreatedJob = Schemas["CreatedJob"];
export type Limits = Schemas["Limits"];
export type ArrivedParts = Schemas["ArrivedParts"];
export type PartUpload = Schemas["PartUploads"]["parts"][number];
export type Video = Schemas["Video"];
export type Fancam = Schemas["Fancam"];
export type Recognisers = NonNullable<Video["recognisers"]>;
export type VideoState = Video["state"];
export type Chunk = NonNullable<Video["chunks"]>[number];
export type ErrorCode = Schemas["Error"]["error"]["code"];
