import { createHash } from 'node:crypto';
import type { Contract } from '../../../shared/api/contract.ts';

/** One way to call a route, on a desk that began as the worked example. */
export interface Example {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON, or the text of a file. */
  readonly body?: unknown;
}

const document = 'f47f0a52-3c1e-4a0d-9a57-0c6d1b1f5e01';
const revision = '86cd157d-d12c-5621-b4ee-e248a1ffcbc9';
const claim = '01a2019e-ee21-741f-bf62-39c1deaf679e';
const pasted = '0198a1b2-0000-7000-8000-000000000001';
const group = (n: number): string => `0198a1b2-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const at = '2026-05-07T10:00:00.000Z';
const signed = { by: 'Ines', at };
const words = 'Forty delegates came. Luis Pérez spoke first.';
const later = 'Fifty delegates came. Luis Pérez spoke first.';
const file = 'A note on what was said.';
const speeches = 'speaker,words\nInes,Forty delegates came.\nLuis,Nobody spoke.\n';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hash = sha256(file);
const passage = { passages: [{ revision: group(6), ranges: [{ start: 22, end: 32 }] }], whole: false };
const window = '0198a1b2-0000-7000-8000-000000000009';

/** An example of every route, in an order in which each can be tried after the ones before it. */
export const examples: { readonly [Name in keyof Contract]: Example } = {
  listDocuments: { query: { removed: 'true' } },
  examine: { query: { name: 'speeches.csv', keep: 'true' }, body: speeches },
  fetchFile: { body: { url: 'https://www.example.org/communique.txt' } },
  addDocument: {
    query: {
      ...{ id: pasted, change: group(1), group: group(2), revision: group(3), ...signed },
      ...{ title: 'Round table', mediaType: 'text/plain', encoding: 'utf-8', language: 'en' },
      ...{ extractor: 'html', options: '{"content":"whole"}' },
    },
    body: `<!doctype html><title>Round table</title><p>${words}</p>`,
  },
  addParts: {
    body: {
      ...{ upload: sha256(speeches), group: group(36), ...signed },
      ...{ encoding: 'utf-8', extractor: 'table' },
      options: { content: 'column', column: 'words', rows: 'each', header: true, delimiter: ',' },
      parts: [{ id: group(37), revision: group(38), change: group(39), part: 2, title: 'Luis' }],
    },
  },
  getDocument: { path: { id: document } },
  previewRevision: { path: { id: pasted }, query: { name: 'round-table.txt' }, body: later },
  addRevision: {
    path: { id: pasted },
    query: {
      ...{ change: group(4), group: group(5), revision: group(6), from: group(3), ...signed },
      ...{ encoding: 'utf-8', label: 'Corrected' },
    },
    body: later,
  },
  listWaiting: { path: { id: pasted } },
  getBytes: { path: { id: document } },
  getRevisionBytes: { path: { id: document, revision } },
  getDerivation: { path: { id: pasted, revision: group(3) } },
  getTextMap: { path: { id: document, revision } },
  getPiece: { path: { id: document, revision, piece: '0' } },
  getClaimIndex: { path: { id: document }, query: { from: '0', to: '4000' } },
  listClaims: { query: { document, limit: '2' } },
  findClaims: { query: { q: 'luis', document } },
  listSources: {},
  listEntities: {},
  listConflicts: { query: { document } },
  listRefusals: { query: { document, of: 'suggestion' } },
  postChanges: {
    body: {
      changes: [
        {
          ...{ id: group(7), group: group(8), kind: 'claim', objectId: claim, base: {}, ...signed },
          operation: { op: 'add', list: 'tags', item: 'ask the press office' },
        },
      ],
    },
  },
  readLog: { query: { object: claim, limit: '10' } },
  putAttachment: { path: { sha256: hash }, body: file },
  getAttachment: { path: { sha256: hash }, query: { name: 'note.txt' } },
  followDesk: { query: { after: '1' } },
  tellPresence: {
    path: { window },
    body: { name: 'Ines', browser: group(9), screen: 'read', documentId: document },
  },
  endPresence: { path: { window } },
  search: { query: { q: '"Pérez Leira"', kinds: 'passage,claim', limit: '5' } },
  listSuggestions: { path: { id: document }, query: { limit: '5' } },
  listFindings: { query: { document } },
  getFindingsStatus: {},
  recheck: { body: { document } },
  trainTagger: { body: {} },
  listHistory: { query: { document, limit: '20' } },
  listPeople: {},
  listMoments: { path: { id: document } },
  getMoment: { path: { id: document, seq: '5' } },
  getMomentIndex: { path: { id: document, seq: '5' } },
  getMomentClaims: { path: { id: document, seq: '40' }, query: { ids: claim } },
  getDifference: { query: { from: '100', document } },
  getRestoring: { query: { seq: '100', object: claim } },
  getTakingBack: { query: { seqs: '100' } },
  exportDesk: { path: { format: 'web-annotation' }, query: { document } },
  reportExport: { path: { format: 'web-annotation' }, query: { document } },
  keepPart: { body: { scope: { of: 'documents', documents: [document] } } },
  getDossier: { query: { lang: 'en' } },
  tryImport: {
    query: { ...signed, format: 'brat', name: 'round-table.ann' },
    body: 'T1\tPerson 22 32\tLuis Pérez\n',
  },
  importDesk: {
    query: { ...signed, format: 'brat', name: 'round-table.ann', document: pasted },
    body: 'T1\tPerson 22 32\tLuis Pérez\n',
  },
  getImportProgress: { path: { job: group(11) } },
  previewRedaction: { path: { id: pasted }, body: passage },
  redact: {
    path: { id: pasted },
    body: { ...passage, id: group(10), ...signed, why: 'Asked for by the speaker', attachments: false },
  },
  listSeeds: {},
  getSeed: { path: { id: document } },
  getStatus: {},
  getBeginning: {},
  resumeWriting: {},
};
