/** What a gallery's zip may be at most. */
export interface ZipLimits {
  /** Bytes of the zip, and of all that is unpacked of it. */
  readonly bytes: number;
  readonly files: number;
}

export const ZIP_LIMITS: ZipLimits = { bytes: 1e9, files: 5_000 };
