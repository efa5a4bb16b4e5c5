import { describe, expect, it } from "vitest";
import { Api } from "../src/api/client";
import { parseConfig } from "../src/api/config";
import { ApiError, NetworkError, isPassing, sentence } from "../src/api/errors";

function api(answer: () => Response | Promise<Response>) {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetcher = async (url: RequestInfo | URL, init?: RequestInit) => {
    calls.push({ url: String(url), init: init ?? {} });
    return answer();
  };
  return { api: new Api("/api", fetcher as typeof fetch), calls };
}

describe("the API's client", () => {
  it("sends the secret with what changes things, and only there", async () => {
    const { api: client, calls } = api(() => Response.json({ parts: [] }));
    await client.partAddresses("j/b", "secret", [1, 2]);
    await client.share("s");
    expect(calls[0]).toMatchObject({
      url: "/api/jobs/j%2Fb/parts",
      init: { method: "POST", body: '{"numbers":[1,2]}', headers: { authorization: "Bearer secret" } },
    });
    expect(calls[1]!.init.headers).not.toHaveProperty("authorization");
  });

  it("makes a job by one's own gallery with its secret, or by a share link without any", async () => {
    const { api: client, calls } = api(() => Response.json({}));
    const video = { file: "mv.mp4", type: "", size: 3, matcher: "nearest" as const };
    await client.createJob(video, { gallery: "g", secret: "secret" });
    await client.createJob(video, { galleryShare: "s" });
    expect(JSON.parse(String(calls[0]!.init.body))).toEqual({ ...video, gallery: "g" });
    expect(calls[0]!.init.headers).toMatchObject({ authorization: "Bearer secret" });
    expect(JSON.parse(String(calls[1]!.init.body))).toEqual({ ...video, galleryShare: "s" });
    expect(calls[1]!.init.headers).not.toHaveProperty("authorization");
  });

  it("takes an answer without content", async () => {
    const { api: client } = api(() => new Response(null, { status: 204 }));
    await expect(client.completeUpload("j", "s")).resolves.toBeUndefined();
  });

  it("passes on the sentence of a refusal", async () => {
    const body = { error: { code: "conflict", message: "Mina is there already." } };
    const { api: client } = api(() => Response.json(body, { status: 409 }));
    const refused = client.addPerson("g", "s", { name: "Mina" });
    await expect(refused).rejects.toMatchObject({
      status: 409,
      code: "conflict",
      message: "Mina is there already.",
    });
  });

  it("has a sentence of its own for what is no answer of the API", async () => {
    const { api: client } = api(() => new Response("<h1>502</h1>", { status: 502 }));
    const failure = await client.share("s").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(sentence(failure)).not.toMatch(/502|<|error/i);
    expect(isPassing(failure)).toBe(true);
  });

  it("tells a broken line from a refusal, and a stop from both", async () => {
    const broken = api(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(broken.api.share("s")).rejects.toThrow(NetworkError);
    const stopped = api(() => Promise.reject(new DOMException("stop", "AbortError")));
    await expect(stopped.api.share("s")).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("the site's configuration", () => {
  it("names the API and galleries, or is done without", () => {
    expect(
      parseConfig({ api: "https://x/api/", galleries: [{ share: "g", name: "BTS" }, { share: 3 }] }),
    ).toEqual({
      api: "https://x/api",
      galleries: [{ share: "g", name: "BTS" }],
    });
    expect(parseConfig(null)).toEqual({ api: "/api", galleries: [] });
  });
});
