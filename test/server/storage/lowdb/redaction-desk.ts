import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type FileLayer, nodeFiles } from '../../../../server/storage/lowdb/files.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import type { Storage } from '../../../../server/storage/port.ts';
import { applyGroup } from '../../../../shared/change/group.ts';
import type { Operation } from '../../../../shared/model/change.ts';
import type { RedactionOrder } from '../../../../shared/model/redaction.ts';
import { quoteOf } from '../../../../shared/text/quote.ts';
import { change, claimOf, commit, create, documentOf, set, sha, uuid } from '../samples.ts';

export const DOC = uuid('document', 1);
export const OTHER = uuid('document', 2);
export const SECRET = 'Ignacio Zubizarreta, born 17 June 1971';
export const TEXT = `The committee met in Moscow.\nIts treasurer, ${SECRET}, kept two ledgers.\nLuis spoke next.`;
export const OTHER_TEXT = 'Luis spoke in Moscow. The committee kept two ledgers.';
const EDITED = `Before all else, a heading.\n${TEXT.replace('born 17', 'born the 17')}\nThe end.`;
export const FIRST = uuid('revision', 1);
export const SECOND = uuid('later revision', 1);
const AT = '2026-05-07T10:42:00.000Z';

const START = TEXT.indexOf(SECRET);
export const PASSAGE = { start: START, end: START + SECRET.length };

export const ORDER: RedactionOrder = {
  ...{
    id: uuid('redaction', 1),
    documentId: DOC,
    by: 'Ines',
    at: AT,
    why: 'A court ordered it',
    whole: false,
  },
  passages: [{ revision: FIRST, ranges: [PASSAGE] }],
};

/** Every word by which the passage would still be known. */
export const TELLING = ['Zubizarreta', 'Ignacio', '1971', 'born 17 June', '17 June', 'zubizarreta'];

const claim = (n: number, documentId: string, text: string, words: string, more: object = {}) => {
  const start = text.indexOf(words);
  return create('claim', {
    ...claimOf(uuid('claim', n), documentId, text, start, start + words.length),
    ...more,
  });
};

/** A desk on which everything that can quote a passage quotes it; two revisions, the second with the passage changed. */
export async function tellingDesk(folder: string, files: FileLayer = nodeFiles): Promise<void> {
  const storage = await openLowdb(folder, { files, segmentBytes: 6000, isAlive: () => false });
  const first = documentOf(DOC, TEXT);
  const other = documentOf(OTHER, OTHER_TEXT);
  await commit(storage, [create('document', first.value)], first.blobs);
  await commit(storage, [create('document', other.value)], other.blobs);
  const note = new TextEncoder().encode(`He is ${SECRET}.`);
  const attachment = {
    id: uuid('file', 1),
    sha256: sha(note),
    name: 'Zubizarreta.txt',
    mediaType: 'text/plain',
  };
  const passage = (claimOf(uuid('x', 1), DOC, TEXT, PASSAGE.start, PASSAGE.start + 7) as { anchor: object })
    .anchor;
  const value = { kind: 'person', name: 'zubizarreta ignacio' };
  await commit(storage, [
    claim(1, DOC, TEXT, 'Ignacio Zubizarreta', {
      value,
      fields: { role: 'the treasurer of it all' },
      tags: ['Zubizarreta'],
    }),
    claim(2, DOC, TEXT, '17 June 1971', { type: 'date', value: { kind: 'date', edtf: '1971-06-17' } }),
    claim(3, DOC, TEXT, 'Moscow'),
    claim(4, DOC, TEXT, 'kept two ledgers'),
    claim(5, OTHER, OTHER_TEXT, 'Luis'),
  ]);
  await commit(storage, [
    create('entity', {
      id: uuid('entity', 1),
      kind: 'person',
      preferred: 'Ignacio Zubizarreta',
      variants: [],
      distinctFrom: [],
    }),
    create('conflict', {
      ...{
        id: uuid('conflict', 1),
        kind: 'date',
        key: 'date/1971-06-17',
        title: '1971-06-17 / 1972',
        grounds: [],
      },
      sides: [
        { id: uuid('side', 1), value: '1971-06-17', claimIds: [uuid('claim', 2)] },
        { id: uuid('side', 2), value: '1972', claimIds: [uuid('claim', 5)] },
      ],
      ...{ severity: 'high', state: 'open', decisions: [], dissent: [], raisedBy: 'Ana', raisedAt: AT },
    }),
    create('refusal', {
      ...{
        id: uuid('refusal', 1),
        of: 'suggestion',
        key: 'k',
        documentId: DOC,
        quote: 'born',
        by: 'Ana',
        at: AT,
      },
      basis: { sides: [{ value: 'June', words: ['born'], evidence: [] }], digest: sha('x') },
    }),
  ]);
  await commit(
    storage,
    [
      change('claim', uuid('claim', 5), {
        op: 'add',
        list: 'evidence',
        item: {
          ...{
            id: uuid('evidence', 1),
            passage,
            stance: 'supports',
            quote: `As it says: ${SECRET}`,
            by: 'Ana',
            at: AT,
          },
          attachments: [{ ...attachment, size: note.length, addedBy: 'Ana', addedAt: AT }],
        },
      } as Operation),
      change('claim', uuid('claim', 5), {
        op: 'add',
        list: 'notes',
        item: { id: uuid('note', 1), text: 'Mr ZUBIZARRETA kept two ledgers in Moscow', by: 'Ana', at: AT },
      } as Operation),
    ],
    new Map([[sha(note), note]]),
  );
  await commit(storage, [set('claim', uuid('claim', 1), { value: { kind: 'person', name: 'Zubizarreta' } })]);
  const later = documentOf(DOC, EDITED);
  const cut = TEXT.indexOf('17 June');
  const [revision] = later.value.revisions as { id: string }[];
  const carry = {
    from: FIRST,
    stretches: [
      [0, cut, EDITED.indexOf('The committee')],
      [cut, TEXT.length - cut, EDITED.indexOf('17 June')],
    ],
    stays: [uuid('claim', 2)],
    quotes: Object.fromEntries([
      quoteIn(1, 'Ignacio Zubizarreta'),
      quoteIn(3, 'Moscow'),
      quoteIn(4, 'kept two ledgers'),
    ]),
    placed: {},
  };
  await commitRevision(storage, { ...revision!, id: SECOND }, carry, later.blobs);
  await storage.keepUpload(sha(note), note);
  await storage.close();
}

/** What stands around a claim's words in the second revision. */
function quoteIn(n: number, words: string): [string, { prefix: string; suffix: string }] {
  const start = EDITED.indexOf(words);
  const { prefix, suffix } = quoteOf(EDITED, [{ start, end: start + words.length }]);
  return [uuid('claim', n), { prefix, suffix }];
}

/** Brings the document its second revision, as the service for that does. */
async function commitRevision(
  storage: Storage,
  revision: object,
  carry: object,
  blobs: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const revise = change('document', DOC, { op: 'revise', revision, carry } as Operation);
  const held = await storage.readObject('document', DOC);
  const claims = await storage.readObjects('claim', DOC);
  const result = applyGroup(
    () => held,
    [revise],
    () => claims,
  );
  if (!result.applied) throw new Error('the revision clashes');
  const { objects, before } = result;
  const readAt = Object.fromEntries([held!, ...claims].map(({ id, version }) => [id, version]));
  await storage.commit({ at: AT, by: 'Ana', changes: [revise], before, objects, readAt, blobs });
}

/** Adds one more claim to the other document. */
export function addClaimTo(storage: Storage, n: number): Promise<unknown> {
  const value = claimOf(uuid('claim', n), OTHER, OTHER_TEXT, 0, 4);
  return commit(storage, [create('claim', value, uuid('added', n))]);
}

/** Everything in a folder, as latin1, by path. */
export async function contentsOf(folder: string): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const file = path.join(entry.parentPath, entry.name);
      all.set(path.relative(folder, file), await readFile(file, 'latin1'));
    }
  return all;
}
