import { writeFileSync } from "node:fs";
import { demo } from "./demo.ts";
import { idols } from "./stack.ts";

/** The demo once, as a newcomer runs it: its media serve all tests. */
export default async function setup(): Promise<void> {
  const said = await idols("demo", "--once", "--port", "0", "--data", demo.data);
  console.log(said);
  writeFileSync(demo.said, said);
}
