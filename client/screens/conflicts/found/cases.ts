import type { ToldFinding } from '../../../../shared/api/found.ts';
import type { Draft } from '../../../../shared/change/draft.ts';
import { conflictFromFinding } from '../../../../shared/conflicts/from-finding.ts';
import { standsFor } from '../../../../shared/conflicts/stands-for.ts';
import type { Versioned } from '../../../../shared/model/change.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import { foundId, isFoundId } from '../../../panels/found/found-id.ts';
import { newId, type Store } from '../../../store/store.ts';

/** A finding as the conflict that it will be once somebody does something about it. */
export interface FoundCase {
  readonly told: ToldFinding;
  /** The conflict as if it stood on the record; its id is the finding's address. */
  readonly held: Versioned<'conflict'>;
  /** What puts it on the record: the claims it needs, and the conflict itself. */
  readonly drafts: readonly Draft[];
  /** The claims that it will have and that are not there yet. */
  readonly claims: ReadonlyMap<string, Claim>;
}

/** Findings made into cases, each once, so that what is written about one stays with it while others come and go. */
export class FoundCases {
  readonly #store: Store;
  #made = new Map<string, FoundCase | undefined>();
  #of: readonly ToldFinding[] = [];
  #all: readonly FoundCase[] = [];
  #back = new Map<string, ToldFinding>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** All that was found and nobody has dealt with. */
  get all(): readonly FoundCase[] {
    this.#look();
    return this.#all;
  }

  /** @returns what is found again although a conflict was settled, since it rests on something else now */
  back(conflictId: string): ToldFinding | undefined {
    this.#look();
    return this.#back.get(conflictId);
  }

  #look(): void {
    const { all } = this.#store.findings;
    if (all === this.#of) return;
    const conflicts = this.#store.objects.all('conflict').map(({ object }) => object);
    const made = new Map<string, FoundCase | undefined>();
    this.#back = new Map();
    for (const told of all) {
      if (told.returned?.of === 'decision' && this.#store.get('conflict', told.returned.id)) {
        this.#back.set(told.returned.id, told);
        continue;
      }
      if (conflicts.some(conflict => standsFor(conflict, told))) continue;
      const claimed = told.sides.flatMap(({ spans }) => spans.map(({ claimId }) => claimId ?? ''));
      // Claims that came since are not made again.
      const name = `${told.basis.digest} ${told.key} ${claimed.join()}`;
      made.set(name, this.#made.has(name) ? this.#made.get(name) : this.#make(told));
    }
    this.#made = made;
    this.#of = all;
    this.#all = [...made.values()].filter(one => one !== undefined);
  }

  /** @returns the case of an address */
  get(id: string): FoundCase | undefined {
    return isFoundId(id) ? this.all.find(({ held }) => held.id === id) : undefined;
  }

  #make(told: ToldFinding): FoundCase | undefined {
    const author = { by: this.#store.signature, at: new Date().toISOString() };
    const contextOf = (id: string) => {
      const language = this.#store.get('document', id)?.object.language;
      return language === undefined ? {} : { language };
    };
    try {
      const { drafts, conflict, claims } = conflictFromFinding(told, newId, author, contextOf);
      const created = conflict.id;
      return {
        told,
        drafts,
        claims: new Map(claims.map(claim => [claim.id, claim])),
        held: {
          kind: 'conflict',
          id: foundId(told.key),
          version: 0,
          created,
          last: created,
          stamps: {},
          object: conflict,
        },
      };
    } catch (error) {
      // Words on which no claim can stand are nobody's case.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
}
