import { Api } from "../../src/api/client";
import { parseConfig } from "../../src/api/config";
import { ApiError, NetworkError } from "../../src/api/errors";
import type { Labels } from "../../src/player/labels";
import type { ShareLink } from "./link";

/** What came of asking a stack for a video's labels. */
export type Answer =
  | { readonly kind: "labels"; readonly labels: Labels }
  /** The labels lie at another host, which the browser has to allow first. */
  | { readonly kind: "elsewhere"; readonly address: string }
  | { readonly kind: "unknown" | "unreachable" | "working" | "failed" };

/** Gets labels behind a share link. */
export class LabelFetcher {
  /** @param allowed whether an address may be read */
  constructor(
    private readonly allowed: (address: string) => Promise<boolean>,
    private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  async labels({ origin, share }: ShareLink): Promise<Answer> {
    try {
      const site = await this.fetcher(`${origin}/config.json`, { cache: "no-cache" });
      const { api } = parseConfig(site.ok ? await site.json().catch(() => ({})) : {});
      const base = new URL(api, origin);
      // Whatever a site's config.json says: what is asked there is this share, without any secret.
      if (!(await this.allowed(base.href))) return { kind: "elsewhere", address: base.href };
      const video = await new Api(base.href, this.fetcher).share(share);
      const address = video.links?.labels;
      if (address === undefined) {
        return { kind: video.state === "failed" || video.state === "refused" ? "failed" : "working" };
      }
      if (!(await this.allowed(address))) return { kind: "elsewhere", address };
      const file = await this.fetcher(address, { cache: "no-store" });
      return file.ok ? { kind: "labels", labels: (await file.json()) as Labels } : { kind: "unreachable" };
    } catch (error) {
      if (error instanceof ApiError && error.isNotFound) return { kind: "unknown" };
      if (error instanceof ApiError || error instanceof NetworkError || error instanceof TypeError) {
        return { kind: "unreachable" };
      }
      throw error;
    }
  }
}
