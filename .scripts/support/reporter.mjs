import Mocha from 'mocha';

const secondsToLeave = 30;

/** Mocha's own report, then the totals alone on a line; names what keeps a finished run from ending. */
export default class WithTotals extends Mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
    setTimeout(() => {
      const open = process.getActiveResourcesInfo().join(', ');
      console.error(`The tests are over, but something they opened was not closed: ${open}`);
      process.exit(1);
    }, secondsToLeave * 1000).unref();
  }
}
