import { closeBrowser } from './browser.ts';
import { clearAway } from './server.ts';

/** Mocha runs these around the whole run. */
export const mochaHooks = {
  async afterAll(): Promise<void> {
    await closeBrowser();
    await clearAway();
  },
};
