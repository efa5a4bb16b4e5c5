// Python tools at pinned versions, in virtual environments of the build.
//
//   node python.mjs FOLDER REQUIREMENTS      installs what the file REQUIREMENTS pins into the virtual environment FOLDER,
//                                            unless just that is there already
//
// Needs Python 3.11 to 3.14 with its venv module, and a network the first time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';

/** What stops the build: its message is the whole of what the user is told. */
export class ToolError extends Error {}

/** Runs a program with its output shown; gives whether it succeeded. */
export const succeeds = (program, args, env = {}) =>
  spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

/**
 * A Python that can make virtual environments, and its version.
 *
 * @param wanted versions that will do, the best first: ['3.13']
 */
export function python(wanted) {
  const ask = 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])';
  for (const name of ['python3', 'python', ...wanted.map((version) => `python${version}`)]) {
    const answer = spawnSync(name, ['-c', ask], { encoding: 'utf8' });
    const version = answer.status === 0 ? answer.stdout.trim() : '';
    if (wanted.includes(version)) return { name, version };
  }
  return undefined;
}

/** The folder with the tools' programs; installs them if these, for this Python, are not there yet. */
export function tools(venv, requirements, found = python(['3.11', '3.12', '3.13', '3.14'])) {
  if (!found) {
    throw new ToolError(
      'The tools for the cloud need Python 3.11 to 3.14 with its venv module. Install it, or build without -Psam and -Pcloud.',
    );
  }
  const bin = join(venv, windows ? 'Scripts' : 'bin');
  const stamp = join(venv, 'installed');
  const wanted = `${found.version} ${createHash('sha256').update(readFileSync(requirements)).digest('hex')}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return bin;

  rmSync(venv, { recursive: true, force: true });
  mkdirSync(dirname(venv), { recursive: true });
  console.log(`Installing ${basename(venv)} with Python ${found.version}: a minute at most, once.`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  if (!succeeds(found.name, ['-m', 'venv', venv]) || !succeeds(join(bin, 'python'), pip)) {
    throw new ToolError(`What ${requirements} names could not be installed: see above; the first time it takes a network.`);
  }
  writeFileSync(stamp, wanted);
  return bin;
}

/** Runs a script's work; what is a ToolError ends it with its message alone. */
export function guarded(work) {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  guarded(() => tools(resolve(process.argv[2]), resolve(process.argv[3])));
}
