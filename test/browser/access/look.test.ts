import { browserSuite } from '../../support/browser.ts';
import { look } from './look.ts';
import { states } from './states.ts';

/** One state of each screen; all states are looked at in the soak. */
const MAIN = ['Library', 'Read, a claim in conflict', 'deciding', 'Sources', 'settings'];

describe('each screen: nothing for axe to find, words that stand out, targets one can hit, and a focus one can see', function () {
  look(
    browserSuite(this, { begin: 'example' }),
    states.filter(({ name }) => MAIN.includes(name)),
  );
});
