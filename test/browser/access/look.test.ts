import { browserSuite } from '../../support/browser.ts';
import { look } from './look.ts';
import { states } from './states.ts';

/** One state of each screen at one size; all states are looked at in the soak, at both. */
const MAIN: Readonly<Record<string, 'wide' | 'phone'>> = {
  Library: 'wide',
  'Read, a claim in conflict': 'wide',
  deciding: 'phone',
  Sources: 'phone',
  settings: 'wide',
};

describe('each screen: nothing for axe to find, words that stand out, targets one can hit, and a focus one can see', function () {
  look(
    browserSuite(this, { begin: 'example' }),
    states.flatMap(state => (MAIN[state.name] ? [{ ...state, only: MAIN[state.name]! }] : [])),
  );
});
