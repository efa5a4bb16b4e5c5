// DynamoDB on a folder: dynalite on a free port of 127.0.0.1, for as long as standard input is open.
//
//   node server.mjs FOLDER      prints "listening PORT"
//
// Whoever started it holds the other end of standard input. When that process ends, however it ends, the pipe
// closes and this process goes too: no server is left behind that keeps the folder locked.
import { ClassicLevel } from 'classic-level';
import dynalite from 'dynalite';
import { setTimeout as sleep } from 'node:timers/promises';

const LOCK_PATIENCE_MS = 10_000;
const IDLE_CONNECTION_MS = 120_000;

/** Waits until no other process holds the folder: the one before may still be on its way out. */
async function waitForLock(folder) {
  const end = Date.now() + LOCK_PATIENCE_MS;
  while (true) {
    const level = new ClassicLevel(folder, { valueEncoding: 'json' });
    try {
      await level.open();
      await level.close();
      return;
    } catch (error) {
      if (error.cause?.code !== 'LEVEL_LOCKED' || Date.now() > end) throw error.cause ?? error;
      await sleep(50);
    }
  }
}

process.stdin.resume();
process.stdin.on('close', () => process.exit(0));
// Ctrl-C reaches every process of a terminal; the one that started this may still be writing.
process.on('SIGINT', () => {});

const [folder] = process.argv.slice(2);
try {
  await waitForLock(folder);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const server = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.keepAliveTimeout = IDLE_CONNECTION_MS;
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
