// Reads the regular files out of an npm tarball (a gzipped tar).
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

const text = (block, from, to) => block.toString('utf8', from, to).replace(/\0.*$/s, '');

/** The `path` record of a pax header ("LENGTH KEY=VALUE\n" each), if it has one. */
function paxPath(data) {
  for (let at = 0; at < data.length;) {
    const length = Number.parseInt(data.toString('utf8', at), 10);
    if (!(length > 0)) return undefined;
    const [, key, value] = /^\d+ ([^=]+)=(.*)\n$/s.exec(data.toString('utf8', at, at + length)) ?? [];
    if (key === 'path') return value;
    at += length;
  }
  return undefined;
}

/**
 * The files of a tarball: a Map from the path inside the package to its bytes.
 *
 * npm puts everything under one top folder, mostly but not always named "package"; it is left off.
 */
export function filesOf(tarball) {
  const tar = gunzipSync(tarball);
  const files = new Map();
  let longPath;
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + BLOCK);
    const size = Number.parseInt(text(header, 124, 136).trim() || '0', 8);
    const data = tar.subarray(at + BLOCK, at + BLOCK + size);
    const type = String.fromCharCode(header[156]);
    const prefix = text(header, 257, 262) === 'ustar' ? text(header, 345, 500) : '';
    const path = longPath ?? (prefix ? `${prefix}/` : '') + text(header, 0, 100);
    longPath = type === 'x' ? paxPath(data) : undefined;
    if (type === '0' || type === '\0') files.set(path.slice(path.indexOf('/') + 1), data);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
