import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { TOO_MUCH } from './exits.ts';

/** How often the process is looked at, in milliseconds. */
const OFTEN = 100;
const { memory, parent } = workerData as { memory: number; parent: number };

// The thread that extracts may never come up for air: what it takes is seen from beside it. So is that nobody waits for
// it any more, since the server was ended.
setInterval(() => {
  if (process.memoryUsage.rss() > memory * 2 ** 20) {
    writeSync(2, TOO_MUCH);
    process.kill(process.pid, 'SIGKILL');
  }
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, OFTEN);
