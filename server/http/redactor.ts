import type { RedactionOrder, RedactionReport } from '../../shared/model/redaction.ts';
import { Refusal } from '../services/refusal.ts';
import { redactLowdb } from '../storage/lowdb/redacting/redact.ts';
import { CannotRedact } from '../storage/redaction.ts';
import { folderOf, NotInFiles } from '../storage/registry.ts';

/** Closes the desk that is served, and opens it again. */
export interface Reopening {
  /** Keeps everybody out and closes the desk, so that its files can be worked on. */
  close(): Promise<void>;
  /** Opens the desk again and lets everybody in. */
  open(): Promise<void>;
}

/**
 * Destroys words in the desk that is served. What the program has in memory knows them too, in many places: so the desk
 * is closed meanwhile, and all of it is made anew from what is on the disk afterwards.
 */
export class Redactor {
  readonly #data: string;
  readonly #reopening: Reopening;
  #busy = false;

  /** @param data address of the store */
  constructor(data: string, reopening: Reopening) {
    this.#data = data;
    this.#reopening = reopening;
  }

  /** Tells what a redaction would reach. @throws Refusal where there is nothing, or it cannot be done */
  preview(order: RedactionOrder): Promise<RedactionReport> {
    return this.#try(() => redactLowdb(this.#folder(), order, { dryRun: true }));
  }

  /** @throws Refusal where there is nothing, it cannot be done, or another one is under way */
  async redact(order: RedactionOrder, attachments: boolean): Promise<RedactionReport> {
    const folder = this.#folder();
    if (this.#busy) throw new Refusal('stale', 'Something else is being redacted; try again in a moment.');
    this.#busy = true;
    try {
      // Whatever would refuse it does so while everybody goes on.
      await this.preview(order);
      await this.#reopening.close();
      try {
        return await this.#try(() => redactLowdb(folder, order, { attachments }));
      } finally {
        await this.#reopening.open();
      }
    } finally {
      this.#busy = false;
    }
  }

  #folder(): string {
    try {
      return folderOf(this.#data);
    } catch (error) {
      if (error instanceof NotInFiles) throw new Refusal('read-only', error.message);
      throw error;
    }
  }

  async #try(work: () => Promise<RedactionReport | undefined>): Promise<RedactionReport> {
    try {
      const report = await work();
      if (report) return report;
    } catch (error) {
      if (error instanceof CannotRedact) throw new Refusal('read-only', error.message);
      throw error;
    }
    throw new Refusal(
      'not-found',
      'There is nothing to redact there, or it was redacted by this order before.',
    );
  }
}
