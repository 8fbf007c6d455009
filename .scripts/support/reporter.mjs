import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { totals } from './totals.mjs';

const secondsToLeave = 30;
const { EVENT_SUITE_BEGIN, EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_TEST_FAIL } = Mocha.Runner.constants;

/**
 * Mocha's own report, then the totals alone on a line; names what keeps a finished run from ending. Where
 * `VARIORUM_TEST_RESULTS` names a file, the counts of each file of tests are written there instead.
 */
export default class WithTotals extends Mocha.reporters.Spec {
  #files = {};
  // Every file's events come together, and those of hooks do not say what file they are in.
  #current = '';

  constructor(runner, options) {
    super(runner, options);
    runner.on(EVENT_SUITE_BEGIN, suite => {
      this.#current = suite.file ?? this.#current;
    });
    const counts = [
      [EVENT_TEST_PASS, 'passed'],
      [EVENT_TEST_FAIL, 'failed'],
      [EVENT_TEST_PENDING, 'skipped'],
    ];
    for (const [event, name] of counts)
      runner.on(event, test => {
        const file = test.file ?? this.#current;
        this.#files[file] ??= { passed: 0, failed: 0, skipped: 0 };
        this.#files[file][name]++;
      });
  }

  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    const results = process.env.VARIORUM_TEST_RESULTS;
    if (results) writeFileSync(results, JSON.stringify(this.#files));
    else console.log(totals({ passed: passes, failed: failures, skipped: pending }));
    setTimeout(() => {
      const open = process.getActiveResourcesInfo().join(', ');
      console.error(`The tests are over, but something they opened was not closed: ${open}`);
      process.exit(1);
    }, secondsToLeave * 1000).unref();
  }
}
