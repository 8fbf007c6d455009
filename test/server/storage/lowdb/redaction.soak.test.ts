import { survivals } from '../fault-files.ts';
import { redactThroughCrashes } from './redaction-crashes.ts';

describe('a redaction whose machine crashes, whatever of its cache is left', () => {
  for (const survival of survivals)
    it(`leaves the desk as it was or as it is to be (${survival})`, async function () {
      this.timeout(600_000);
      await redactThroughCrashes(survival);
    });
});
