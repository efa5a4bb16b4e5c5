import { beforeEach, describe, expect, it } from "vitest";
import { ApiError, NetworkError } from "../src/api/errors";
import { copyShared } from "../src/shared/copy";
import { Memory } from "../src/ui/memory";

/** A server that copies two pictures a call. */
class Server {
  readonly galleries = new Map<string, { left: number; whole: boolean }>();
  /** What happens in place of the next answers. */
  readonly answers: ("copied" | "lost" | "dead")[] = [];
  made = 0;

  readonly createGallery = async () => {
    const id = `g${++this.made}`;
    this.galleries.set(id, { left: 5, whole: false });
    return { id, secret: `secret of ${id}` };
  };

  readonly copyGallery = async (id: string, secret: string, share: string) => {
    const gallery = this.galleries.get(id);
    if (gallery === undefined || secret !== `secret of ${id}` || share !== "s")
      throw new ApiError(404, "not_found", "");
    if (gallery.whole) throw new ApiError(409, "conflict", "");
    const answer = this.answers.shift() ?? "copied";
    if (answer === "dead") throw new NetworkError();
    gallery.left = Math.max(0, gallery.left - 2);
    gallery.whole = gallery.left === 0;
    if (answer === "lost") throw new NetworkError();
    return gallery.left;
  };
}

describe("a copy of a shared gallery", () => {
  let server: Server;
  let memory: Memory;
  const copy = () => copyShared(server, memory, "s", "TWICE");

  beforeEach(() => {
    server = new Server();
    const items = new Map<string, string>();
    memory = new Memory(() => ({
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    }));
  });

  it("is asked for until nothing is left, and is this browser's", async () => {
    const own = await copy();
    expect(own).toEqual({ id: "g1", secret: "secret of g1", name: "TWICE" });
    expect(memory.galleries).toEqual([own]);
    expect(server.galleries.get("g1")).toEqual({ left: 0, whole: true });
  });

  it("goes on with the same gallery where it was cut off", async () => {
    server.answers.push("copied", "dead");
    await expect(copy()).rejects.toThrow(NetworkError);
    expect(memory.galleries).toMatchObject([{ id: "g1", copyOf: "s" }]);
    expect((await copy()).id).toBe("g1");
    expect(server.made).toBe(1);
  });

  it("is found finished where only the last answer was lost", async () => {
    server.answers.push("copied", "copied", "lost");
    await expect(copy()).rejects.toThrow(NetworkError);
    expect((await copy()).id).toBe("g1");
    expect(memory.galleries[0]).not.toHaveProperty("copyOf");
  });

  it("begins anew where the one that was begun is deleted", async () => {
    server.answers.push("dead");
    await expect(copy()).rejects.toThrow(NetworkError);
    server.galleries.delete("g1");
    expect((await copy()).id).toBe("g2");
    expect(memory.galleries.map(({ id }) => id)).toEqual(["g2"]);
  });

  it("is a second one when it is asked for after the first was finished", async () => {
    await copy();
    expect((await copy()).id).toBe("g2");
  });
});
