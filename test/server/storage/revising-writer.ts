import { v7 as newId } from 'uuid';
import { addDocument } from '../../../server/documents/add-document.ts';
import { commitChanges } from '../../../server/services/commit-changes.ts';
import { Desk } from '../../../server/services/desk.ts';
import { addRevision } from '../../../server/services/revising/add-revision.ts';
import { openLowdb } from '../../../server/storage/lowdb/open.ts';
import type { Change } from '../../../shared/model/change.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { quoteOf } from '../../../shared/text/quote.ts';

/**
 * A process that gives a text one revision after the other while others mark it, and prints the id of every change once
 * it is acknowledged, until it is killed. Arguments: the desk's folder, and how many mark at once (0 only opens it).
 */
const [folder, markers = '1'] = process.argv.slice(2);
const LINES = 200;
const AT = '2026-05-07T10:42:00.000Z';
const TITLE = 'A text in many revisions';

const textOf = (n: number): string =>
  Array.from({ length: LINES }, (_, i) =>
    i === n % LINES ? `Line ${i} says ${n} now.` : `Line ${i} says what it always said.`,
  ).join('\n');

if (folder && folder !== '--nothing') {
  process.send?.('opening');
  const desk = await Desk.open(await openLowdb(folder, { segmentBytes: 20_000, snapshotAfter: 8000 }));
  process.stdout.write('open\n');
  const said = (id: string) => process.stdout.write(`${id}\n`);
  const id = await documentId(desk, said);
  const current = async () => currentRevision((await desk.require('document', id)).object);

  const mark = async (): Promise<void> => {
    for (;;) {
      const revision = await current();
      const { text } = await desk.texts.laid(revision);
      const start = Math.floor(Math.random() * (text.length - 20));
      const ranges = [{ start, end: start + 1 + Math.floor(Math.random() * 15) }];
      const anchor = { documentId: id, revision: revision.id, ranges, quote: quoteOf(text, ranges) };
      const rest = { fields: {}, workflow: 'open', tags: [], evidence: [], notes: [], settled: [] };
      const made = { anchorState: 'intact', createdBy: 'Ana', createdAt: AT };
      const objectId = newId();
      const value = { id: objectId, type: 'person', anchor, ...rest, ...made } as never;
      const change: Change = {
        ...{ id: newId(), group: newId(), kind: 'claim', objectId, base: {}, at: AT, by: 'Ana' },
        operation: { op: 'create', value },
      };
      const [outcome] = await commitChanges(desk, [change]);
      if (outcome!.status === 'committed') said(change.id);
    }
  };
  const revise = async (): Promise<void> => {
    for (;;) {
      const { object } = await desk.require('document', id);
      const ids = { change: newId(), group: newId(), revision: newId(), from: currentRevision(object).id };
      await addRevision(desk, id, Buffer.from(textOf(object.revisions.length)), {
        ...{ ...ids, by: 'Ana', at: AT, encoding: 'utf-8' },
      });
      said(ids.change);
    }
  };
  if (markers === '0') setInterval(() => undefined, 1000);
  else await Promise.all([revise(), ...Array.from({ length: Number(markers) }, mark)]);
}

async function documentId(desk: Desk, said: (id: string) => void): Promise<string> {
  const known = (await desk.storage.readObjects('document')).find(({ object }) => object.title === TITLE);
  if (known) return known.id;
  const ids = { id: newId(), revision: newId(), change: newId(), group: newId() };
  await addDocument(desk, Buffer.from(textOf(0)), {
    ...{ ...ids, by: 'Ana', at: AT, title: TITLE, mediaType: 'text/plain', encoding: 'utf-8' },
  });
  said(ids.change);
  return ids.id;
}
