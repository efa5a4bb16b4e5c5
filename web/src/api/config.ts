/** What the site tells the page, from /config.json. */
export interface Config {
  readonly api: string;
  readonly galleries: readonly SiteGallery[];
}

/** A gallery that the site offers to everybody, by its share link. */
export interface SiteGallery {
  readonly share: string;
  readonly name: string;
}

/** Reads /config.json; a site without one has the API at /api and no galleries of its own. */
export async function loadConfig(): Promise<Config> {
  try {
    const response = await fetch("/config.json", { cache: "no-cache" });
    return parseConfig(response.ok ? await response.json() : {});
  } catch {
    return parseConfig({});
  }
}

export function parseConfig(json: unknown): Config {
  const { api, galleries } = (json ?? {}) as { api?: unknown; galleries?: unknown };
  return {
    api: typeof api === "string" && api !== "" ? api.replace(/\/+$/, "") : "/api",
    galleries: Array.isArray(galleries)
      ? galleries.filter((each) => typeof each?.share === "string" && typeof each?.name === "string")
      : [],
  };
}
