import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fetchSet, FetchError, checksums } from './fetch.mjs';
import { filesOf } from './tar.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** One tar entry: header and padded data. */
function entry(path, data, type = '0', prefix = '') {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000644\0', 100);
  header.write(data.length.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  header.write('ustar\0', 257);
  header.write(prefix, 345);
  const padded = Buffer.alloc(Math.ceil(data.length / 512) * 512);
  data.copy(padded);
  return Buffer.concat([header, padded]);
}

const tarball = (...entries) => gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));

const NET = Buffer.from('a network of 700 bytes '.repeat(30));
const GOOD = tarball(entry('package/package.json', Buffer.from('{}')), entry('package/nets/net.tflite', NET));

function listFor(packed, fileSum = sha256(NET)) {
  return { packages: [{
    name: '@some/nets', version: '1.0.0', licence: 'MIT', sha256: sha256(packed),
    files: [{ path: 'nets/net.tflite', as: 'models/net.tflite', set: 'serving', sha256: fileSum }],
  }] };
}

/** A registry that serves one tarball and counts how often it was asked. */
function registry(bytes) {
  const pack = async () => { pack.asked += 1; return bytes; };
  pack.asked = 0;
  return pack;
}

const noNetwork = async () => { throw new FetchError('no network'); };

let home;
let folder;
let cache;
let inPlace;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'fetch-test-'));
  folder = join(home, 'classes');
  cache = join(home, 'cache');
  inPlace = () => readFile(join(folder, 'models/net.tflite'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const fetching = (list, pack) => fetchSet({ list, set: 'serving', folder, cache, pack });

test('a listed file is put where its name says', async () => {
  assert.deepEqual(await fetching(listFor(GOOD), registry(GOOD)), ['models/net.tflite']);
  assert.deepEqual(await inPlace(), NET);
});

test('a second run writes nothing and asks nobody', async () => {
  await fetching(listFor(GOOD), registry(GOOD));
  assert.deepEqual(await fetching(listFor(GOOD), noNetwork), []);
});

test('after a clean the cache is enough', async () => {
  await fetching(listFor(GOOD), registry(GOOD));
  await rm(folder, { recursive: true });
  assert.deepEqual(await fetching(listFor(GOOD), noNetwork), ['models/net.tflite']);
  assert.deepEqual(await inPlace(), NET);
});

test('a tarball with another checksum stops the build and is not kept', async () => {
  const other = tarball(entry('package/nets/net.tflite', Buffer.from('something else')));
  await assert.rejects(fetching(listFor(GOOD), registry(other)),
    (error) => error instanceof FetchError && /@some\/nets@1\.0\.0 is not the one/.test(error.message));
  await assert.rejects(inPlace());
  assert.deepEqual((await readdir(cache)).filter((name) => name.endsWith('.tgz')), []);
});

test('a file with another checksum stops the build', async () => {
  await assert.rejects(fetching(listFor(GOOD, sha256(Buffer.from('x'))), registry(GOOD)),
    /nets\/net\.tflite of @some\/nets@1\.0\.0 is not the file/);
  await assert.rejects(inPlace());
});

test('a listed file that the package lacks stops the build', async () => {
  const list = listFor(GOOD);
  list.packages[0].files[0].path = 'nets/gone.tflite';
  await assert.rejects(fetching(list, registry(GOOD)), /holds no nets\/gone\.tflite/);
});

test('a corrupt tarball in the cache is fetched again', async () => {
  await fetching(listFor(GOOD), registry(GOOD));
  const [name] = (await readdir(cache)).filter((file) => file.endsWith('.tgz'));
  await writeFile(join(cache, name), GOOD.subarray(0, 40));
  await rm(folder, { recursive: true });
  const pack = registry(GOOD);
  await fetching(listFor(GOOD), pack);
  assert.equal(pack.asked, 1);
  assert.deepEqual(await inPlace(), NET);
  assert.deepEqual(await readFile(join(cache, name)), GOOD);
});

test('a damaged file in the folder is put right', async () => {
  await fetching(listFor(GOOD), registry(GOOD));
  await writeFile(join(folder, 'models/net.tflite'), 'damaged');
  await fetching(listFor(GOOD), noNetwork);
  assert.deepEqual(await inPlace(), NET);
});

test('two builds at once both end with whole files', async () => {
  await Promise.all([fetching(listFor(GOOD), registry(GOOD)), fetching(listFor(GOOD), registry(GOOD))]);
  assert.deepEqual(await inPlace(), NET);
  assert.deepEqual(await readdir(join(cache, 'tmp')), []);
});

test('files of another set are left out', async () => {
  const list = listFor(GOOD);
  list.packages[0].files[0].set = 'demo';
  assert.deepEqual(await fetching(list, noNetwork), []);
});

test('long paths are read from ustar prefixes and pax headers', () => {
  const long = `package/${'deep/'.repeat(30)}file.txt`;
  let record = ` path=${long}\n`;
  record = `${record.length + 3}${record}`;
  const files = filesOf(tarball(
    entry('b.txt', Buffer.from('B'), '0', 'package/a'),
    entry('PaxHeader', Buffer.from(record), 'x'),
    entry('package/cut', Buffer.from('L')),
    entry('package/empty', Buffer.alloc(0)),
  ));
  assert.deepEqual([...files].map(([path, data]) => [path, data.toString()]),
    [['a/b.txt', 'B'], [long.slice('package/'.length), 'L'], ['empty', '']]);
});

test('the checksums of a set\'s networks are a text that changes with any of them', () => {
  const list = listFor(GOOD);
  const { sha256 } = list.packages[0].files[0];
  assert.equal(checksums(list, 'serving'), `${sha256}  models/net.tflite\n`);
  list.packages[0].files[0].sha256 = 'another';
  assert.equal(checksums(list, 'serving'), 'another  models/net.tflite\n');
  assert.equal(checksums(list, 'demo'), '');
});
