// A stand-in for the whole stack, to look at the page before and without it: speaks docs/openapi.yaml with canned data.
//   node dev/fixture.mjs VIDEO LABELS.json [GALLERY FOLDER] [ANNOTATED.mp4]
// Shares: /v/ + a state's name padded by "-" to 22 characters shows that state. Serves target/site; prints its address.
import { createServer } from "node:http";
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const [video, labelsFile, folder, annotated = video] = process.argv.slice(2);
if (!labelsFile) {
  console.error("usage: node dev/fixture.mjs VIDEO LABELS.json [GALLERY FOLDER] [ANNOTATED.mp4]");
  process.exit(2);
}
const site = fileURLToPath(new URL("../target/site", import.meta.url));
const labels = JSON.parse(readFileSync(labelsFile, "utf8"));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".jpg": "image/jpeg",
  ".mp4": "video/mp4",
  ".json": "application/json",
};
// As strict as a site may want to be.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; " +
  "img-src 'self' data: blob:; media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const id = (bytes) => randomBytes(bytes).toString("base64url");
const galleries = new Map();
const jobs = new Map();
const DEMO = "demo-gallery----------".slice(0, 22);

galleries.set(DEMO, {
  id: DEMO,
  name: folder ? "BLACKPINK" : "Demo",
  version: 1,
  people: [],
  secret: id(32),
});
for (const name of folder ? readdirSync(folder) : []) {
  const pictures = readdirSync(join(folder, name)).map((file) => ({
    id: id(8),
    file,
    state: "taken",
    url: `/gallery/${name}/${file}`,
  }));
  galleries.get(DEMO).people.push({ id: id(8), name, pictures });
}

/** One finding of every kind, as far as there are people and pictures for it. */
function findings({ people }) {
  const [a, b] = people;
  if (!b) return [];
  const taken = (person) => person.pictures.filter(({ state }) => state === "taken");
  const [one, two] = [taken(a), taken(b)];
  const finding = (kind, whom, advice, ...notes) => ({
    kind,
    people: whom.map((each) => each.id),
    advice,
    notes: notes.filter(([picture]) => picture).map(([picture, text]) => ({ picture: picture.id, text })),
  });
  const unlike = `Unlike the others of ${b.name}. Check who it is.`;
  const found = [
    finding("looks_like_other", [a], "", [one[1], `Looks like ${b.name}. Check who it is.`]),
    finding("looks_like_nobody", [b], "", [two[3], unlike]),
    finding(
      "confusable",
      [a, b],
      `${a.name} and ${b.name} are easily confused by these pictures: add large, sharp ones of both.`,
    ),
    finding("no_side_view", [a], `Add 3 side views of ${a.name}: no face is turned to a side.`),
    finding(
      "nearly_same",
      [a],
      "",
      [one[4], `Nearly the same as ${one[6]?.file}.`],
      [one[6], `Nearly the same as ${one[4]?.file}.`],
    ),
    finding("blurred", [b], "", [two[0], "Blurred. A sharper one helps more."]),
    finding("small_face", [a], "", [one[4], "Small face, 62 pixels. A larger one helps more."]),
  ];
  return found.filter(({ advice, notes }) => advice !== "" || notes.length > 0);
}

const CHUNKS = 12;
function chunk(i, recognized, rendered) {
  const { duration } = labels.video;
  const [start, end] = [(duration * i) / CHUNKS, (duration * (i + 1)) / CHUNKS];
  return { start, end, recognized, rendered, ...(recognized && { labels: `/chunk/${i}.json` }) };
}

function chunkLabels(i) {
  const { start, end } = chunk(i, true, true);
  const rate = labels.video.frameRate[0] / labels.video.frameRate[1];
  const [from, to] = [Math.round(start * rate), Math.round(end * rate) - 1];
  const ticks = labels.frameTimes.steps[0][0];
  const tracks = labels.tracks
    .filter((track) => track.lastFrame >= from && track.firstFrame <= to)
    .map((track) => {
      const boxes = track.boxes.filter(([frame]) => frame >= from && frame <= to);
      return {
        ...track,
        start: Math.max(track.start, start),
        end: Math.min(track.end, end),
        boxes: boxes.map(([frame, ...box]) => [frame - from, ...box]),
      };
    });
  return {
    ...labels,
    frameTimes: { first: labels.frameTimes.first + from * ticks, steps: [[ticks, to - from]] },
    tracks,
  };
}

function share(name, step) {
  const recognized = Math.min(CHUNKS, step);
  const rendered = Math.max(0, step - CHUNKS - 1);
  const state = rendered >= CHUNKS ? "done" : step > CHUNKS ? "rendering" : "recognizing";
  const hasLabels = state !== "recognizing";
  return {
    share: name,
    title: "BLACKPINK - How You Like That MV.mp4",
    state,
    created: new Date().toISOString(),
    gallery: { name: "BLACKPINK", version: 3 },
    video: { ...labels.video, frameRate: labels.video.frameRate[0] / labels.video.frameRate[1] },
    chunks: Array.from({ length: CHUNKS }, (_, i) => chunk(i, i < recognized, i < rendered)),
    links: {
      source: "/media/source.mp4",
      ...(hasLabels && {
        labels: "/media/labels.json",
        csv: "/media/labels.json",
        vtt: "/media/labels.json",
      }),
      ...(state === "done" && { annotated: "/media/annotated.mp4" }),
    },
  };
}

function canned(name) {
  const state = name.replace(/-+$/, "");
  const base = share(name, 0);
  const { title, created } = base;
  switch (state) {
    case "uploading":
      return { share: name, title, created, state };
    case "planning":
      return { share: name, title, created, state: "recognizing", gallery: base.gallery };
    case "recognizing":
      return share(name, 7);
    case "rendering":
      return share(name, CHUNKS + 6);
    case "done":
      return { ...share(name, 99), notes: ["The sound track could not be kept in the MP4."] };
    case "refused":
      return {
        share: name,
        title: "notes.mp4",
        created,
        state,
        reason: "This file is not a video that can be read. Choose an MP4, MOV, MKV or WebM file.",
      };
    case "failed":
      return {
        share: name,
        title,
        created,
        state,
        reason: "Part 4 of the video could not be processed after 3 tries.",
      };
  }
  const job = [...jobs.values()].find((each) => each.share === name);
  return job && { ...share(name, Math.floor((Date.now() - job.begun) / 700)), title: job.file };
}

function api(method, path, body) {
  const [, kind, first, second, person, , picture] = path.split("/");
  const gallery = galleries.get(first);
  if (kind === "shares") return canned(first);
  if (kind === "gallery-shares") {
    const found = [...galleries.values()].find((each) => each.id === first || each.share?.share === first);
    if (!found) return undefined;
    const people = found.people.map((each) => ({
      ...each,
      pictures: each.pictures.filter(({ state }) => state === "taken"),
    }));
    const ends = found.share?.ends ?? "2027-02-22T05:00:00Z";
    return { name: found.name, version: 1, ends, people, findings: findings(found) };
  }
  if (kind === "limits") {
    return {
      bytes: 5 * 2 ** 30,
      seconds: 4 * 3600,
      pixels: 4096 * 2304,
      longerSide: 8192,
      shorterSide: 16,
      kinds: ["MP4", "MOV", "MKV", "WebM"],
      uploadDays: 7,
    };
  }
  if (kind === "galleries" && first === undefined) {
    const made = { id: id(16), secret: id(32), name: body.name, version: 1, people: [] };
    galleries.set(made.id, made);
    return { id: made.id, secret: made.secret };
  }
  if (kind === "galleries" && gallery) {
    const found = gallery.people.find((each) => each.id === person);
    if (method === "GET") return { ...gallery, secret: undefined, whole: true, findings: findings(gallery) };
    if (second === "copy") {
      const from = [...galleries.values()].find(
        (each) => each.id === body.galleryShare || each.share?.share === body.galleryShare,
      );
      gallery.people = structuredClone(from.people);
      return { left: 0 };
    }
    if (second === "share") {
      gallery.share = method === "DELETE" ? undefined : { share: id(16), ends: "2027-02-22T05:00:00Z" };
      return gallery.share ?? null;
    }
    if (second === undefined && method === "DELETE") return (galleries.delete(first), null);
    if (second === undefined) return ((gallery.name = body.name), null);
    if (person === undefined) {
      if (gallery.people.some(({ name }) => name === body.name)) return 409;
      const made = { id: id(8), ...body, pictures: [] };
      gallery.people.push(made);
      return { id: made.id };
    }
    if (!found) return undefined;
    if (picture) return ((found.pictures = found.pictures.filter((each) => each.id !== picture)), null);
    if (method === "DELETE")
      return ((gallery.people = gallery.people.filter((each) => each !== found)), null);
    if (method === "PUT") return (Object.assign(found, body), null);
    const made = body.pictures.map(({ file }) => ({ id: id(8), file, state: "waiting" }));
    found.pictures.push(...made);
    made.forEach((each, i) => {
      setTimeout(
        () => {
          const bad = each.file.startsWith("03");
          each.state = bad ? "refused" : "taken";
          if (bad) each.reason = "There are two faces in it. Use a picture of one person alone.";
        },
        900 + 300 * i,
      );
    });
    return { pictures: made.map((each) => ({ id: each.id, url: `/put/${each.id}`, headers: {} })) };
  }
  if (kind === "jobs" && first === undefined) {
    const partSize = 1 << 20;
    const parts = Math.ceil(body.size / partSize);
    const job = { id: id(16), secret: id(32), share: id(16), partSize, parts, file: body.file, numbers: [] };
    jobs.set(job.id, job);
    return job;
  }
  const job = jobs.get(first);
  if (kind !== "jobs" || !job) return undefined;
  if (method === "DELETE") return (jobs.delete(first), null);
  if (second === "parts" && method === "GET") return job;
  if (second === "parts") {
    const url = (number) => `/put/${job.id}/${number}`;
    return { parts: body.numbers.map((number) => ({ number, url: url(number), size: job.partSize })) };
  }
  return ((job.begun = Date.now()), null);
}

function sendFile(request, response, file) {
  if (!existsSync(file)) return response.writeHead(404).end();
  const { size } = statSync(file);
  const head = {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "accept-ranges": "bytes",
    "content-security-policy": POLICY,
  };
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
  if (!range) {
    response.writeHead(200, { ...head, "content-length": size });
    return createReadStream(file).pipe(response);
  }
  const [start, end] = [Number(range[1]), range[2] ? Number(range[2]) : size - 1];
  response.writeHead(206, {
    ...head,
    "content-length": end - start + 1,
    "content-range": `bytes ${start}-${end}/${size}`,
  });
  createReadStream(file, { start, end }).pipe(response);
}

function json(response, value) {
  if (value === null) return response.writeHead(204).end();
  if (value === undefined || value === 409) {
    const [status, message] =
      value === 409 ? [409, "Somebody here has that name already."] : [404, "There is nothing here."];
    response.writeHead(status, { "content-type": "application/json" });
    return response.end(
      JSON.stringify({ error: { code: status === 409 ? "conflict" : "not_found", message } }),
    );
  }
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  if (path.startsWith("/put/")) {
    const [, , job, number] = path.split("/");
    return setTimeout(() => {
      jobs.get(job)?.numbers.push(Number(number));
      response.writeHead(200).end();
    }, 250);
  }
  if (path.startsWith("/api/"))
    return json(response, api(request.method, path.slice(4), body.length ? JSON.parse(body) : {}));
  if (path === "/config.json") {
    return json(response, { api: "/api", galleries: [{ share: DEMO, name: galleries.get(DEMO).name }] });
  }
  if (path.startsWith("/chunk/")) return json(response, chunkLabels(Number.parseInt(path.slice(7))));
  if (path === "/media/source.mp4") return sendFile(request, response, video);
  if (path === "/media/annotated.mp4") return sendFile(request, response, annotated);
  if (path === "/media/labels.json") return sendFile(request, response, labelsFile);
  if (path.startsWith("/gallery/") && folder)
    return sendFile(request, response, join(folder, normalize(path.slice(9))));
  const file = join(site, normalize(path));
  sendFile(request, response, existsSync(file) && statSync(file).isFile() ? file : join(site, "index.html"));
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
