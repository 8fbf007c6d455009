import { build } from './support/build.mjs';
import { script } from './support/run.mjs';

// --fresh builds everything, whether or not its sources changed.
await script(args => build({ fresh: args.includes('--fresh') }));
