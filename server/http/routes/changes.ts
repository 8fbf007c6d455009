import type { LogEntry } from '../../../shared/model/change.ts';
import { commitChanges } from '../../services/commit-changes.ts';
import type { Desk } from '../../services/desk.ts';
import type { Handlers } from '../mount.ts';

const USUAL = 200;

export function changeRoutes(desk: Desk): Handlers<'postChanges' | 'readLog'> {
  return {
    async postChanges({ body }) {
      const groups = await commitChanges(desk, body.changes);
      return { seq: desk.storage.head.seq, groups };
    },
    async readLog({ query }) {
      const { after = 0, limit = USUAL, object } = query;
      const { head } = desk.storage;
      const entries: LogEntry[] = [];
      if (object === undefined) {
        for await (const entry of desk.storage.readLog(after, limit)) entries.push(entry);
      } else {
        const seqs = (await desk.history.of(object)).filter(seq => seq > after).slice(0, limit);
        for (const seq of seqs)
          for await (const entry of desk.storage.readLog(seq - 1, 1)) entries.push(entry);
      }
      return { head: { seq: head.seq, hash: head.hash }, entries };
    },
  };
}
