import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { TOO_LONG, TOO_MUCH } from './exits.ts';

/** How often the process is looked at, in milliseconds. */
const OFTEN = 100;
const { memory, time, parent } = workerData as { memory: number; time: number; parent: number };

/** Milliseconds of the processors' time that the process has had. */
const taken = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
let before = taken();
// Another file begins.
parentPort!.on('message', () => {
  before = taken();
});

function end(why: string): void {
  writeSync(2, why);
  process.kill(process.pid, 'SIGKILL');
}

// The thread that extracts may never come up for air: what it takes is seen from beside it. So is that nobody waits for
// it any more, since the server was ended.
setInterval(() => {
  if (process.memoryUsage.rss() > memory * 2 ** 20) end(TOO_MUCH);
  if (taken() - before > time) end(TOO_LONG);
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, OFTEN);
