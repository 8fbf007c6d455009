import type { Change } from '../../shared/model/change.ts';
import { Refusal } from './refusal.ts';

/** Most groups that are remembered; those refused longest ago are forgotten first. */
const MOST = 5000;

/**
 * Groups that were refused for what they are. Their authors have been told, so they stay refused: a repetition that was
 * long on its way must not bring in what nobody expects any more, when it would fit by then.
 */
export class RefusedGroups {
  /** By the id of a group's first change. */
  readonly #refusals = new Map<string, Refusal>();

  /** @throws Refusal where the group was refused before */
  requireNew([first]: readonly Change[]): void {
    const refusal = this.#refusals.size > 0 ? this.#refusals.get(first!.id) : undefined;
    if (refusal) throw refusal;
  }

  /** Takes in why a group failed; what has nothing to do with the group itself is passed over. */
  remember([first]: readonly Change[], error: unknown): void {
    if (!(error instanceof Refusal) || (error.kind !== 'stale' && error.kind !== 'bad-input')) return;
    this.#refusals.set(first!.id, error);
    if (this.#refusals.size <= MOST) return;
    const [oldest] = this.#refusals.keys();
    this.#refusals.delete(oldest!);
  }
}
