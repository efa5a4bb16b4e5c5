// Somebody else's site with a video on it.
import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { demo } from "./demo.ts";

// As strict as a site can be: what the extension draws must not need its leave.
const policy = "default-src 'none'; media-src 'self' http://localhost:*";

/** `/watch` has the demo's film, whatever the query, `/later` too, loaded when it is played, `/elsewhere` from another host; `/text` has none. */
export class OtherSite {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(): Promise<OtherSite> {
    const film = readFileSync(demo.video);
    const server = createServer((request, response) => {
      const path = new URL(request.url!, "http://127.0.0.1").pathname;
      if (path === "/film.mp4") {
        const [, from = "0"] = /bytes=(\d+)-/.exec(request.headers.range ?? "") ?? [];
        response.writeHead(206, {
          "content-type": "video/mp4",
          "accept-ranges": "bytes",
          "content-range": `bytes ${from}-${film.length - 1}/${film.length}`,
        });
        response.end(film.subarray(Number(from)));
        return;
      }
      response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
      // Another origin, which lets nobody read its film's pixels.
      const host = path === "/elsewhere" ? `http://localhost:${(server.address() as AddressInfo).port}` : "";
      const preload = path === "/later" ? "none" : "auto";
      response.end(
        `<!doctype html><html lang="en"><title>Tube</title><h1>Tube</h1>${path === "/text" ? "" : `<video src="${host}/film.mp4" preload="${preload}" width="640" height="480" muted></video>`}<p>Text</p></html>`,
      );
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return new OtherSite(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
