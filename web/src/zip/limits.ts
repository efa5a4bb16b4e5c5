import { LARGEST_PICTURE } from "../gallery/pictures";

/** What a gallery's zip may be at most. */
export interface ZipLimits {
  /** Bytes of the zip, and of all that is unpacked of it. */
  readonly bytes: number;
  readonly files: number;
  /** Bytes of a picture from which on no more of it is unpacked: it is too large to be sent. */
  readonly picture: number;
}

export const ZIP_LIMITS: ZipLimits = { bytes: 1e9, files: 5_000, picture: LARGEST_PICTURE };
