import { msg, str } from '@lit/localize';
import type { Draft } from '../../../shared/change/draft.ts';
import { describe } from '../../../shared/claim-types/describe.ts';
import { raiseConflict } from '../../../shared/conflicts/raise.ts';
import { type Agreeing, sayDifferent, sayTheSame } from '../../../shared/lists/agree.ts';
import type { Row } from '../../../shared/lists/align.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { isolated } from '../../localize/isolated.ts';
import { locale } from '../../localize/locale.ts';
import type { Router } from '../../router/router.ts';
import { newId, type Store } from '../../store/store.ts';

/** What a person says about a row of the lists: the same, different, or in conflict. */
export class RowDeeds {
  readonly #store: () => Store;
  readonly #router: () => Router;
  /** Claims by the entity that they name, those that are not loaded too. */
  #naming: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(store: () => Store, router: () => Router) {
    this.#store = store;
    this.#router = router;
  }

  /** Learns which claims name which entity. */
  async learn(): Promise<void> {
    this.#naming = await this.#store()
      .loadEntities()
      .catch(() => this.#naming);
  }

  /** The cell at a place names the one that the row is about. */
  async same(row: Row, place: number): Promise<void> {
    await this.#withNaming(row);
    this.#do(msg(str`One and the same: ${isolated(row.form)}`), sayTheSame(row, place, this.#agreeing));
  }

  /** The cell at a place names somebody else. */
  different(row: Row, place: number): void {
    this.#do(msg(str`Different: ${isolated(row.form)}`), sayDifferent(row, place, this.#agreeing));
  }

  /** Raises a conflict between claims. @returns whether it was raised */
  raise(claimIds: readonly string[], flag: Parameters<typeof raiseConflict>[1]): boolean {
    const store = this.#store();
    const claims = claimIds.map(id => store.get('claim', id)?.object).filter(claim => claim !== undefined);
    if (claims.length < 2) {
      toast(msg('A conflict needs two claims or more.'));
      return false;
    }
    const author = { by: store.signature, at: new Date().toISOString() };
    const say = (claim: (typeof claims)[number]) => describe(claim, locale());
    const { draft, conflict } = raiseConflict(claims, flag, say, newId, author);
    const label = msg(str`Conflict raised: ${isolated(conflict.title)}`);
    if (!attempt(() => store.do(label, [draft]))) return false;
    const run = () => this.#router().go({ screen: 'conflicts', conflictId: conflict.id });
    toast(label, { action: { label: msg('Open'), run } });
    return true;
  }

  /** Claims that name an entity must be here before it can become one with another. */
  async #withNaming(row: Row): Promise<void> {
    const ids = row.cells.flatMap(({ entries }) =>
      entries.flatMap(({ entityId }) => this.#naming.get(entityId ?? '') ?? []),
    );
    await this.#store()
      .loadClaims(ids)
      .catch(() => undefined);
  }

  get #agreeing(): Agreeing {
    const store = this.#store();
    return {
      claim: id => store.get('claim', id)?.object,
      entity: id => store.get('entity', id)?.object,
      naming: id => {
        const here = store.objects.all('claim').filter(({ object }) => object.entityId === id);
        const counted = (this.#naming.get(id) ?? []).filter(claim => store.get('claim', claim));
        return [...new Set([...counted, ...here.map(claim => claim.id)])];
      },
      newId,
    };
  }

  #do(label: string, drafts: readonly Draft[]): void {
    const store = this.#store();
    if (drafts.length === 0) {
      toast(msg('No claim of this row could carry that.'));
      return;
    }
    const gesture = attempt(() => store.do(label, drafts));
    if (!gesture) return;
    toast(label, { action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) } });
  }
}
