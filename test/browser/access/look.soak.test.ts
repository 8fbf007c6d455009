import { browserSuite } from '../../support/browser.ts';
import { look } from './look.ts';
import { states } from './states.ts';

describe('nothing for axe to find, words that stand out, targets one can hit, and a focus one can see', () => {
  describe('on the worked example', function () {
    look(
      browserSuite(this, { begin: 'example' }),
      states.filter(({ name, isEmpty }) => !isEmpty && !name.startsWith('Read')),
    );
  });
  describe('on an empty desk', function () {
    look(
      browserSuite(this, { begin: 'nothing' }),
      states.filter(({ isEmpty }) => isEmpty),
    );
  });
});
