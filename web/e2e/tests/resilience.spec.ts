// Power cuts. No page: the stack alone.
import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { Api, fetched, type Job } from "../support/api.ts";
import { demo, target } from "../support/demo.ts";
import { Stack } from "../support/stack.ts";

const KILLS = 10;
const LONGEST_LIFE = 6_000;

test("a stack that is killed ten times in the middle of jobs leaves whole and equal results", async () => {
  test.setTimeout(600_000);
  const data = `${target}/killed`;
  await rm(data, { recursive: true, force: true });
  const seed = Number(process.env.SEED ?? Date.now() % 100_000);
  console.log(`killed at the random moments of SEED=${seed}`);
  const random = randomOf(seed);

  let stack = await Stack.start(data);
  const port = Number(new URL(stack.origin).port);
  const api = new Api(stack.origin);
  const gallery = await api.gallery("Demo", demo.gallery);
  const undisturbed = await api.upload(demo.video, gallery);
  const expected = await results(api, undisturbed);

  const lives: string[] = [];
  let job = await api.upload(demo.video, gallery);
  const disturbed = [job];
  while (lives.length < KILLS) {
    await new Promise((done) => setTimeout(done, random() * LONGEST_LIFE));
    const { state, chunks = [] } = await api.video(job.share);
    if (state === "done") {
      job = await api.upload(demo.video, gallery);
      disturbed.push(job);
      continue;
    }
    lives.push(
      `${state} ${chunks.filter((c) => c.recognized).length}/${chunks.filter((c) => c.rendered).length}`,
    );
    await stack.kill();
    stack = await Stack.start(data, port);
  }
  console.log(`killed while ${lives.join(", ")}`);

  for (const each of disturbed) {
    const found = await results(api, each);
    expect(found.csv).toBe(expected.csv);
    expect(found.annotated.equals(expected.annotated)).toBe(true);
  }
  await stack.stop();
});

async function results(api: Api, job: Job) {
  const { state, reason, links } = await api.ended(job.share);
  expect(`${state} ${reason ?? ""}`.trim()).toBe("done");
  return { csv: (await fetched(links?.csv)).toString(), annotated: await fetched(links?.annotated) };
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator modulo 2^32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
