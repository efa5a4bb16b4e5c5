// Has AWS's own tools look at template.yaml: `sam validate --lint`, which is cfn-lint over what SAM makes of it.
//
//   node validate.mjs FOLDER       FOLDER keeps the tools, in a virtual environment of Python, until requirements.txt changes
//
// Needs Python 3.11 to 3.14, and a network the first time; no account of AWS at any time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const requirements = join(here, 'requirements.txt');
const windows = process.platform === 'win32';

/** What stops the check: its message is the whole of what the user is told. */
class CheckError extends Error {}

/** Runs a program with its output shown; gives whether it succeeded. */
const succeeds = (program, args, env = {}) =>
  spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

/** A Python that can run the tools, and its version. */
function python() {
  const ask = 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])';
  for (const name of ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python']) {
    const answer = spawnSync(name, ['-c', ask], { encoding: 'utf8' });
    const version = answer.status === 0 ? answer.stdout.trim() : '';
    if (/^3\.1[1-4]$/.test(version)) return { name, version };
  }
  throw new CheckError(
    'template.yaml could not be checked: the tools need Python 3.11 to 3.14 with its venv module. Install it, or build without -Psam.',
  );
}

/** The folder with the tools' programs; installs them if these, for this Python, are not there yet. */
function tools(folder) {
  const venv = join(folder, 'sam');
  const bin = join(venv, windows ? 'Scripts' : 'bin');
  const { name, version } = python();
  const stamp = join(venv, 'installed');
  const wanted = `${version} ${createHash('sha256').update(readFileSync(requirements)).digest('hex')}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return bin;

  rmSync(venv, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  console.log(`Installing aws-sam-cli into ${venv}: half a minute, once.`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  if (!succeeds(name, ['-m', 'venv', venv]) || !succeeds(join(bin, 'python'), pip)) {
    throw new CheckError('aws-sam-cli could not be installed: see above; the first time it takes a network.');
  }
  writeFileSync(stamp, wanted);
  return bin;
}

try {
  const folder = resolve(process.argv[2] ?? join(here, 'target'));
  const quiet = {
    SAM_CLI_TELEMETRY: '0',
    // Its notes on itself stay out of the home folder.
    __SAM_CLI_APP_DIR: join(folder, 'sam-notes'),
    // Which rules hold depends on the region; the first to get everything is this one.
    AWS_DEFAULT_REGION: 'us-east-1',
  };
  const template = join(here, '..', '..', 'template.yaml');
  if (!succeeds(join(tools(folder), 'sam'), ['validate', '--lint', '--template-file', template], quiet)) {
    throw new CheckError('template.yaml is not in order: see above.');
  }
} catch (error) {
  if (!(error instanceof CheckError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
