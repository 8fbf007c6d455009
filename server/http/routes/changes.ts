import { commitChanges } from '../../services/commit-changes.ts';
import type { Desk } from '../../services/desk.ts';
import { entriesOf, filterOf, pageOf } from '../../services/history/lines.ts';
import type { Handlers } from '../mount.ts';

const USUAL = 200;

export function changeRoutes(desk: Desk): Handlers<'postChanges' | 'readLog'> {
  return {
    async postChanges({ body }) {
      const groups = await commitChanges(desk, body.changes);
      return { seq: desk.storage.head.seq, groups };
    },
    async readLog({ query }) {
      const { seq, hash } = desk.storage.head;
      const { before, after = 0, limit = USUAL } = query;
      const { seqs } = await pageOf(desk, filterOf(query), { before, after, limit });
      const entries = await entriesOf(desk, seqs);
      return { head: { seq, hash }, entries: before === undefined ? entries : entries.reverse() };
    },
  };
}
