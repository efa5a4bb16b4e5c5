// Installs LocalStack for a machine without Docker:
//
//   node install.mjs FOLDER             where there is Docker nothing is installed, and it will run in a container
//   node install.mjs FOLDER --process   with Docker, too
//
// It needs Python 3.13. A machine with neither is told so.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guarded, python, ToolError, tools } from '../template/python.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Python 3.13 on the path, or where pyenv keeps it. */
function python313() {
  const found = python(['3.13']);
  if (found) return found;
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const kept = existsSync(pyenv) ? readdirSync(pyenv).filter((version) => version.startsWith('3.13.')) : [];
  for (const version of kept) {
    const name = join(pyenv, version, 'bin', 'python3.13');
    if (existsSync(name)) return { name, version: '3.13' };
  }
  return undefined;
}

guarded(() => {
  const venv = join(resolve(process.argv[2]), 'localstack');
  const wanted = process.argv[3] === '--process' || existsSync(join(venv, 'installed'));
  if (!wanted && spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0) {
    console.log('LocalStack will run in a container.');
    return;
  }
  const found = python313();
  if (!found) {
    throw new ToolError(
      'LocalStack was not tried: it needs Docker, or Python 3.13 with its venv module. Install one of them, or build without -Plocalstack.',
    );
  }
  tools(venv, join(here, 'requirements.txt'), found);
});
