import type { Moment } from '../../../shared/api/routes/history.ts';
import { encodeClaimIndex } from '../../../shared/claim-index/codec.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import type { Desk } from '../../services/desk.ts';
import { isTold, namedIn, pairsBetween, told, totalsOf } from '../../services/history/differences.ts';
import { documentAt, momentsOf, tableAt } from '../../services/history/document-moments.ts';
import { entriesOf, filterOf, lineOf, linesOf, namesIn, pageOf } from '../../services/history/lines.ts';
import { nameOf, namesOf, namesOfAny } from '../../services/history/names.ts';
import { sinceThen } from '../../services/history/restoring.ts';
import { takeBack } from '../../services/history/taking-back.ts';
import { wayOf } from '../../services/history/ways.ts';
import type { Handlers } from '../mount.ts';
import { Prepared, sendPrepared } from '../prepared.ts';

const USUAL = 100;
/** Steps that are shown of those that rest on one. */
const SHOWN = 50;

type Names =
  | 'listHistory'
  | 'listPeople'
  | 'listMoments'
  | 'getMoment'
  | 'getMomentIndex'
  | 'getMomentClaims'
  | 'getDifference'
  | 'getRestoring'
  | 'getTakingBack';

/** The log as it is read, states that were, and the ways back to them. */
export function historyRoutes(desk: Desk): Handlers<Names> {
  const momentOf = (seq: number): Promise<Moment> => desk.moments.moment(seq);
  return {
    async listHistory({ query }) {
      const head = desk.storage.head.seq;
      const { before, after, limit = USUAL } = query;
      const { seqs, more } = await pageOf(desk, filterOf(query), { before, after, limit });
      const lines = await linesOf(desk, seqs);
      return { head, lines, names: await namesIn(desk, lines), more };
    },
    async listPeople() {
      return { people: await desk.log.people() };
    },
    async listMoments({ params: { id } }) {
      await desk.require('document', id);
      return { head: desk.storage.head.seq, ...(await momentsOf(desk, id)) };
    },
    async getMoment({ params: { id, seq } }) {
      const moment = await momentOf(seq);
      await desk.require('document', id);
      return { head: desk.storage.head.seq, moment, ...(await documentAt(desk, id, seq)) };
    },
    async getMomentIndex({ params: { id, seq } }) {
      await momentOf(seq);
      await desk.require('document', id);
      const bytes = Buffer.from(encodeClaimIndex(await tableAt(desk, id, seq), seq).buffer);
      return sendPrepared(
        new Prepared(bytes, `moment-${id}-${seq}`),
        { 'content-type': 'application/vnd.variorum.claim-index', 'cache-control': 'no-cache' },
        [],
      );
    },
    async getMomentClaims({ params: { id, seq }, query: { ids } }) {
      await momentOf(seq);
      await desk.require('document', id);
      const world = await desk.moments.worldAt(seq, id);
      return { claims: ids.map(claim => world.get('claim', claim)).filter(held => held !== undefined) };
    },
    async getDifference({ query }) {
      const head = desk.storage.head.seq;
      const { document, after = 0, limit = USUAL, from, to = head } = query;
      if (document !== undefined) await desk.require('document', document);
      const moments = { from: await momentOf(from), to: await momentOf(to) };
      const later = await desk.moments.worldAt(to, document);
      const pairs = pairsBetween(await desk.moments.worldAt(from, document), later).filter(isTold);
      const page = pairs.slice(after, after + limit);
      const names = Object.fromEntries(
        page.map(({ before, after: now }) => {
          const held = (now ?? before)!;
          return [held.id, nameOf(held)];
        }),
      );
      const objects = page.map(told);
      const others = await namesOfAny(desk, namedIn(objects));
      return { ...moments, head, totals: totalsOf(pairs), objects, names: { ...others, ...names } };
    },
    async getRestoring({ query }) {
      const moment = await momentOf(query.seq);
      const head = desk.storage.head.seq;
      const way = wayOf(await sinceThen(desk, query.seq, query), query);
      const others = await namesOfAny(desk, namedIn(way.objects));
      return { moment, head, ...way, names: { ...others, ...way.names } };
    },
    async getTakingBack({ query }) {
      const head = desk.storage.head.seq;
      const { apart, dependents, taken, revises } = await takeBack(desk, query.seqs);
      const way = wayOf(
        apart.map(({ now, other }) => ({ before: now, after: other })),
        query,
      );
      const shown = dependents.slice(0, SHOWN);
      const later = await entriesOf(
        desk,
        shown.map(({ seq }) => seq),
      );
      const lines = taken.slice(0, SHOWN).map(entry => lineOf(entry));
      const resting = shown.map((dependent, i) => ({ ...dependent, line: lineOf(later[i]!) }));
      const names = {
        ...(await namesOfAny(desk, namedIn(way.objects))),
        ...way.names,
        ...(await namesOf(
          desk,
          shown.map(({ kind, objectId }): [Kind, string] => [kind, objectId]),
        )),
        ...(await namesIn(desk, [...lines, ...resting.map(({ line }) => line)])),
      };
      return {
        head,
        ...way,
        names,
        taken: lines,
        dependents: resting,
        dependent: dependents.length,
        revises,
      };
    },
  };
}
