import type { Versioned } from '../../../shared/model/change.ts';
import type { Desk } from '../../services/desk.ts';
import { usesOfEntities } from '../../services/entity-uses.ts';
import { findClaims } from '../../services/find-claims.ts';
import { claimPage, claimsById } from '../../services/list-claims.ts';
import { badInput } from '../../services/refusal.ts';
import { usesOfSources } from '../../services/source-uses.ts';
import type { Handlers } from '../mount.ts';

/** Most claims that one request may name. */
const MOST_IDS = 1000;

export function objectRoutes(
  desk: Desk,
): Handlers<'listClaims' | 'findClaims' | 'listSources' | 'listEntities' | 'listConflicts' | 'listRefusals'> {
  return {
    listClaims({ query }) {
      const { seq } = desk.storage.head;
      if (query.ids) {
        if (query.ids.length > MOST_IDS)
          throw badInput('query.ids', `Ask for at most ${MOST_IDS} claims at a time.`);
        return { seq, claims: claimsById(desk, query.ids) };
      }
      if (query.document === undefined)
        throw badInput('query', 'Say which claims: give "ids" or "document".');
      const { after, limit, removed } = query;
      return { seq, ...claimPage(desk, query.document, { after, limit, isRemoved: removed === 'true' }) };
    },
    findClaims: ({ query }) => findClaims(desk, query.q, query.document, query.limit),
    async listSources() {
      const { seq } = desk.storage.head;
      const sources = present(await desk.storage.readObjects('source'));
      return { seq, sources, uses: usesOfSources(desk) };
    },
    async listEntities() {
      const { seq } = desk.storage.head;
      const entities = present(await desk.storage.readObjects('entity'));
      return { seq, entities, uses: usesOfEntities(desk) };
    },
    async listConflicts({ query }) {
      const { seq } = desk.storage.head;
      const conflicts = present(await desk.storage.readObjects('conflict'));
      const { document } = query;
      if (document === undefined) return { seq, conflicts };
      const inDocument = (id: string) => desk.claims.claim(id)?.object.anchor.documentId === document;
      return {
        seq,
        conflicts: conflicts.filter(({ object }) =>
          object.sides.some(side => side.claimIds.some(inDocument)),
        ),
      };
    },
    async listRefusals({ query: { document, of } }) {
      const { seq } = desk.storage.head;
      const refusals = present(await desk.storage.readObjects('refusal')).filter(
        ({ object }) =>
          (document === undefined || object.documentId === document) &&
          (of === undefined || object.of === of),
      );
      return { seq, refusals };
    },
  };
}

function present<H extends Pick<Versioned, 'removed'>>(all: readonly H[]): H[] {
  return all.filter(held => !held.removed);
}
