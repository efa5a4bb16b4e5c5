// Brings dynalite and what it needs into a folder of resources, for the jar.
//
//   node install.mjs WORK RESOURCES
//
// WORK is where npm installs; RESOURCES gets the files that run, and `files`, which lists them: an id of the
// whole on its first line, then a path a line. Does nothing where they are in place. Node's own modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const SOURCES = ['package.json', 'package-lock.json', '.npmrc', 'server.mjs', 'install.mjs'];

/** What runs, and its licences: no C++ sources, types, certificates, or binaries for telephones. */
function isNeeded(path) {
  if (/(^|\/)(deps|test|ssl|\.bin|\.package-lock\.json)(\/|$)/.test(path)) return false;
  if (path.endsWith('.node')) return /\/prebuilds\/(linux-x64|linux-arm64|darwin-x64\+arm64|win32-x64)\//.test(path);
  return /\.(m?js|json)$/.test(path) || /\/(licen[sc]e|notice|copying)[^/]*$/i.test(path);
}

async function idOfSources() {
  const hash = createHash('sha256');
  for (const name of SOURCES) hash.update(await readFile(join(here, name)));
  return hash.digest('hex').slice(0, 16);
}

async function npmCi(folder) {
  const options = ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund',
    '--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000', '--loglevel=error',
    '--update-notifier=false'];
  const windows = process.platform === 'win32';
  await new Promise((done, failed) => {
    // On Windows npm is a .cmd file, which only a shell starts.
    const npm = spawn(windows ? ['npm.cmd', ...options].join(' ') : 'npm', windows ? [] : options,
      { cwd: folder, shell: windows, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    npm.stderr.on('data', (chunk) => { errors += chunk; });
    npm.on('error', (error) => failed(new Error(error.code === 'ENOENT'
      ? 'npm was not found: install Node.js 20 or newer, which brings it, and build again.'
      : `npm could not be started (${error.message}).`)));
    npm.on('close', (code) => (code === 0 ? done() : failed(new Error(
      `npm could not install dynalite (${/code (\S+)/.exec(errors)?.[1] ?? 'see npm ci'}); the first build needs`
      + " npm's registry, so check the network and build again."))));
  });
}

async function main([work, resources]) {
  const id = await idOfSources();
  const list = join(resources, 'files');
  const installed = await readFile(list, 'utf8').catch(() => '');
  if (installed.startsWith(`${id}\n`)) return;
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  for (const name of SOURCES) await cp(join(here, name), join(work, name));
  await npmCi(work);
  const all = await readdir(work, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile())
    .map((entry) => relative(work, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .filter((path) => path === 'server.mjs' || path === 'package.json'
      || (path.startsWith('node_modules/') && isNeeded(path)))
    .sort();
  await rm(resources, { recursive: true, force: true });
  for (const path of files) await cp(join(work, path), join(resources, path));
  // The list comes last and in one step: where it is, all files are.
  await writeFile(`${list}.new`, `${[id, ...files].join('\n')}\n`);
  await rename(`${list}.new`, list);
}

main(process.argv.slice(2).map((path) => resolve(path))).catch((error) => {
  console.error(`dynalite: ${error.message}`);
  process.exitCode = 1;
});
