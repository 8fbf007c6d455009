import { closeBrowser } from './browser.ts';
import { clearAway, endHost } from './server.ts';

/** Set in the processes among which a run divides its files. */
const isWorker = process.env.MOCHA_WORKER_ID !== undefined;

/** Mocha runs these around the whole run; in a worker, around every file. */
export const mochaHooks = {
  async afterAll(): Promise<void> {
    await clearAway();
    // A worker's browser and server are for its next file too, and end with the worker.
    if (isWorker) return;
    await closeBrowser();
    await endHost();
  },
};
