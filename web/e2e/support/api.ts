// The API of docs/openapi.yaml, as far as the tests use it without a page.
import { readFile, readdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";

const types: Record<string, string> = {
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
};

export interface Gallery {
  id: string;
  secret: string;
}

export interface Job {
  id: string;
  secret: string;
  share: string;
  parts: number;
  partSize: number;
}

export interface Video {
  state: string;
  reason?: string;
  chunks?: { recognized: boolean; rendered: boolean; labels?: string }[];
  links?: {
    source?: string;
    labels?: string;
    beside?: string;
    csv?: string;
    vtt?: string;
    faces?: string;
    annotated?: string;
  };
}

export class Api {
  constructor(private readonly origin: string) {}

  /** Makes a gallery of a folder of folders, and waits until each picture has been looked at. */
  async gallery(name: string, folder: string): Promise<Gallery> {
    const gallery = (await this.call("POST", "/galleries", { name })) as Gallery;
    for (const person of await readdir(folder)) {
      const files = (await readdir(join(folder, person))).sort();
      const { id } = await this.call(
        "POST",
        `/galleries/${gallery.id}/people`,
        { name: person },
        gallery.secret,
      );
      const bytes = await Promise.all(files.map((file) => readFile(join(folder, person, file))));
      const pictures = files.map((file, i) => ({
        file,
        type: types[extname(file).toLowerCase()],
        size: bytes[i]!.length,
      }));
      const targets = await this.call(
        "POST",
        `/galleries/${gallery.id}/people/${id}/pictures`,
        { pictures },
        gallery.secret,
      );
      for (const [i, target] of targets.pictures.entries()) {
        await put(target.url, bytes[i]!, target.headers);
      }
    }
    await until(async () => {
      const { people } = await this.call("GET", `/galleries/${gallery.id}`, undefined, gallery.secret);
      const states = people.flatMap((person: any) => person.pictures.map((picture: any) => picture.state));
      return states.every((state: string) => state !== "waiting");
    });
    return gallery;
  }

  /** Sends a video as the page does. */
  async upload(file: string, gallery: Gallery): Promise<Job> {
    return this.uploadBytes(basename(file), await readFile(file), gallery);
  }

  async uploadBytes(file: string, bytes: Buffer, gallery: Gallery): Promise<Job> {
    const announced = { file, type: "video/mp4", size: bytes.length, gallery: gallery.id };
    const job = (await this.call("POST", "/jobs", announced, gallery.secret)) as Job;
    for (let number = 1; number <= job.parts; number++) {
      const { parts } = await this.call("POST", `/jobs/${job.id}/parts`, { numbers: [number] }, job.secret);
      await put(parts[0].url, bytes.subarray((number - 1) * job.partSize, number * job.partSize));
    }
    await this.call("POST", `/jobs/${job.id}/complete`, undefined, job.secret);
    return job;
  }

  async video(share: string): Promise<Video> {
    return (await this.call("GET", `/shares/${share}`)) as Video;
  }

  /** Waits until nothing more will happen to a job. */
  async ended(share: string): Promise<Video> {
    let video = await this.video(share);
    await until(async () => {
      video = await this.video(share);
      return ["done", "refused", "failed"].includes(video.state);
    });
    return video;
  }

  async call(method: string, path: string, body?: unknown, secret?: string): Promise<any> {
    const response = await fetch(`${this.origin}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }
}

async function put(url: string, bytes: Buffer, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(url, { method: "PUT", body: new Uint8Array(bytes), headers });
  if (!response.ok)
    throw new Error(`PUT ${new URL(url).pathname}: ${response.status} ${await response.text()}`);
}

/** Asks again and again until the answer is yes; the test's own time limit ends it. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** A file of a job, whole. */
export async function fetched(url: string | undefined): Promise<Buffer> {
  if (url === undefined) throw new Error("there is no such file yet");
  const response = await fetch(url);
  if (!response.ok) throw new Error(`GET ${new URL(url).pathname}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
