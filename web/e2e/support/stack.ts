// The stack as a process of its own, as `./idols serve` starts it.
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const jar = fileURLToPath(new URL("../../../functions/local/target/idols-local.jar", import.meta.url));
const flags = [
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-Djava.awt.headless=true",
  "-Dai.djl.offline=true",
];

/** Runs a command to its end; gives what it printed. */
export async function idols(...args: string[]): Promise<string> {
  const child = java(args);
  let out = "";
  let err = "";
  child.stdout!.on("data", (text) => (out += text));
  child.stderr!.on("data", (text) => (err += text));
  const code = await ended(child);
  if (code !== 0) throw new Error(`idols ${args.join(" ")} ended with ${code}:\n${out}\n${err}`);
  return out;
}

/** Runs a command to its end; gives the seconds of CPU that it took. */
export async function timed(...args: string[]): Promise<number> {
  const program = spawn(
    "bash",
    ["-c", 'TIMEFORMAT="%U %S"; time "$@" >&2 2>/dev/null', "bash", ...command(args)],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let said = "";
  program.stderr!.on("data", (text) => (said += text));
  const code = await ended(program);
  if (code !== 0) throw new Error(`idols ${args.join(" ")} ended with ${code}`);
  const [user, system] = said.trim().split(/\s+/).slice(-2).map(Number);
  return user! + system!;
}

export class Stack {
  private constructor(
    readonly origin: string,
    private readonly child: ChildProcess,
  ) {}

  /** Starts it on a folder and waits until it has said its address. */
  static async start(data: string, port = 0): Promise<Stack> {
    const child = java(["serve", "--port", String(port), "--data", data]);
    let said = "";
    child.stderr!.on("data", (text) => (said += text));
    const lines = createInterface({ input: child.stdout! });
    const origin = await new Promise<string>((found, failed) => {
      lines.on("line", (line) => {
        said += `${line}\n`;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
        if (address) found(address[0]);
      });
      child.on("exit", (code) =>
        failed(new Error(`the stack ended with ${code} before it served:\n${said}`)),
      );
    });
    return new Stack(origin, child);
  }

  /** Seconds of CPU that it and its child processes have taken so far; Linux only. */
  cpu(): number {
    const parent = this.child.pid!;
    return [parent, ...childrenOf(parent)].reduce((sum, pid) => sum + cpuOf(pid), 0);
  }

  /** As a power cut does it. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await ended(this.child);
  }

  async stop(): Promise<number | null> {
    this.child.kill("SIGTERM");
    return ended(this.child);
  }
}

function java(args: string[]): ChildProcess {
  const [program, ...rest] = command(args);
  return spawn(program!, rest, { stdio: ["ignore", "pipe", "pipe"] });
}

function command(args: string[]): string[] {
  const home = process.env.JAVA_HOME;
  return [home ? `${home}/bin/java` : "java", ...flags, "-jar", jar, ...args];
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.on("exit", (code) => done(code)));
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`)
    .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" "))
    .filter((child) => child !== "")
    .map(Number);
}

/** Fields 14 and 15 of proc(5)'s stat, in hundredths of a second. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
