import { msg } from '@lit/localize';
import { FLAG } from '../../../shared/claim-index/columns.ts';
import { announce } from '../../elements/announcer.ts';
import { sayClaim } from '../../reader/say-claims.ts';
import { short } from './gestures.ts';
import type { ReadHost } from './read-host.ts';

/** Goes through the claims that are shown, from one to the next. */
export class ClaimWalk {
  readonly #host: ReadHost;

  constructor(host: ReadHost) {
    this.#host = host;
  }

  /**
   * Goes to the next or previous claim, and says which it is.
   * @param isConflicting whether to pass over claims that are in no open conflict
   * @returns false where there is none
   */
  step(direction: 1 | -1, isConflicting: boolean): boolean {
    const { reading } = this.#host;
    const flags = reading.claims?.table.columns.flags;
    const next = reading.neighbour(
      direction,
      slot => !isConflicting || (flags![slot]! & FLAG.conflict) !== 0,
    );
    if (!next) {
      announce(direction > 0 ? msg('That was the last one.') : msg('That was the first one.'));
      return false;
    }
    this.#goTo(next);
    return true;
  }

  #goTo(claimId: string): void {
    const { reading, reader } = this.#host;
    reading.focus(claimId);
    reader?.focusClaim(claimId, { scroll: 'nearest' });
    const mark = reading.marks?.get(claimId);
    const start = mark?.ranges[0]?.start;
    if (start !== undefined) reader?.select(start, start);
    void reading.store.loadClaims([claimId]).then(async () => {
      const claim = reading.claim?.object;
      if (claim?.id !== claimId || !mark || !reading.marks) return;
      announce(`${short(claim.anchor.quote.exact)}. ${await sayClaim(reading.marks, mark)}`);
    });
  }
}
