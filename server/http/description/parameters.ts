import type { Endpoint } from '../../../shared/api/endpoint.ts';

/** What a parameter means wherever it is called so. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  after: 'Only what comes after this one: a page goes on from the last of the page before.',
  again: 'An earlier revision of the document whose bytes are read again; the body is empty then.',
  at: "The time on the caller's own clock.",
  by: 'The name that what is done is signed with.',
  change: 'Id for the change that records it, made by the caller, so that a repeated call is recognised.',
  columns:
    'Columns of a table, by their ids with commas between them, in this order; all where it is left out.',
  document: 'Only what belongs to this document.',
  encoding:
    'How the bytes are to be decoded, by a label of the WHATWG Encoding Standard; `none` for a file that is no text at all.',
  extractor:
    'How text is taken out of the file: an extractor that the examination offers, or `plain` to read it as plain text.',
  fetched: 'A file that was fetched before, by the key of that answer; the body is empty then.',
  filter:
    'Which claims are taken, as JSON: `{"types":["date"],"conflict":true}`. Within a member any value will do, between members all must hold.',
  format: 'A format, by its id; `/api/status` lists them.',
  from: 'Where it begins.',
  group: 'Id for the gesture: changes that share it are taken back together.',
  id: 'The document.',
  keep: 'Whether the bytes are kept for a day, so that documents can be made of them by `upload`.',
  kind: 'Only about objects of this kind.',
  lang: 'The language of what is written in sentences; English where it is left out.',
  label: 'What the revision is to be called.',
  language: 'The language of the text, as a BCP 47 tag.',
  limit: 'The most that are told.',
  mediaType: 'The kind of the text.',
  name: 'The name of the file; its ending tells what it may be.',
  object: 'Only about this object.',
  options:
    'What is chosen of what the extractor offers, as JSON: `{"content":"main"}`. What is not named is the extractor\'s to choose.',
  origin: 'Where the text came from: a file name, an address.',
  piece: 'Which piece, counted from 0; the map of the text says how many there are.',
  revision: 'The revision.',
  seq: 'The number of an entry of the log; 0 is the beginning.',
  sha256: 'SHA-256 of the bytes, in lower-case hex.',
  severity: 'Only those of this severity.',
  title: 'What the document is to be called.',
  to: 'Where it ends.',
  type: 'Only those of this claim type.',
  unit: 'What the offsets of the file count, where its format leaves that open: UTF-16 code units, code points, or bytes of UTF-8.',
  upload: 'Bytes that are here already, by their SHA-256; the body is empty then.',
  why: 'The reason.',
  window: 'The window, by an id that it made for itself.',
};

const LOG = {
  by: 'Only entries of this person.',
  from: 'Only entries made at this time or later.',
  to: 'Only entries made before this time.',
  before: 'Only entries before this one: a page goes on from the last of the page before.',
};

const NEW_REVISION = 'Id for the revision, made by the caller.';
const TAKEN_IN = {
  document: 'The document whose text the annotations are about, where the file does not say.',
  format: 'The format of the file, by its id; recognised by its beginning where it is left out.',
  job: 'A name, made by the caller, under which others can ask how far it has come.',
};
const TAKEN_OUT = {
  document:
    'The document that is taken, or several, by their ids with commas between them; the whole desk where nothing says otherwise.',
  claims:
    'Only these claims, by their ids with commas between them; they go without `document` and `filter`.',
  part: 'What is taken, by the id that `POST /api/export-parts` gave, where it is too much to be named in an address.',
};
const UNITS = {
  from: 'First UTF-16 code unit of the window; the beginning of the text where it is left out.',
  to: 'The UTF-16 code unit after the last one of the window; the end of the text where it is left out.',
};

/** What it means where that is something else. */
const HERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listDocuments: { removed: 'Whether removed ones are told too.' },
  addDocument: { id: 'Id for the document, made by the caller.', revision: NEW_REVISION },
  addRevision: {
    revision: NEW_REVISION,
    from: 'The revision that the caller saw as the current one; where another one is by now, nothing is done.',
  },
  previewRevision: {
    changes: 'The most blocks of lines that differ that are told; 200 where it is left out.',
    limit: 'The most claims that would wait that are told; 1,000 where it is left out.',
  },
  getClaimIndex: UNITS,
  listWaiting: { after: 'How many are passed over: a page goes on after those of the pages before.' },
  listSuggestions: { start: UNITS.from, end: UNITS.to },
  listClaims: {
    ids: 'Claims by their ids, with commas between them.',
    removed: 'Whether those are told that were removed, instead of those that stand.',
    after: 'Only claims after this one: `next` of the page before.',
  },
  findClaims: { q: 'Words that the claim has.' },
  getMomentClaims: { ids: 'Claims by their ids, with commas between them; 200 at most.' },
  listRefusals: { of: 'Only refusals of suggestions, or of findings.' },
  listFindings: { kind: 'Only findings of this kind.', rule: 'Only findings of this rule, by its id.' },
  readLog: LOG,
  listHistory: LOG,
  getDifference: {
    from: 'The entry of the log from which on is looked; 0 is the beginning.',
    to: 'The entry up to which is looked; the newest where it is left out.',
    after: 'How many objects are passed over: a page goes on after those of the pages before.',
  },
  getRestoring: {
    document: 'The document to bring back, with what belongs to it.',
    object: 'The one object to bring back; `kind` says of which kind it is.',
    kind: 'The kind of that object.',
    after: 'How many changes are passed over: a page goes on after those of the pages before.',
  },
  getTakingBack: {
    seqs: 'The entries of the log, by their numbers with commas between them.',
    after: 'How many changes are passed over: a page goes on after those of the pages before.',
  },
  search: {
    q: 'Words; those in quotation marks stand together.',
    kinds: 'What is looked for, with commas between; all where it is left out.',
    limit: 'The most of each kind that are told.',
  },
  getSeed: { id: 'The text, by the id that the list gives.' },
  getAttachment: { name: 'The name under which the file is to be saved.' },
  exportDesk: TAKEN_OUT,
  reportExport: TAKEN_OUT,
  importDesk: TAKEN_IN,
  tryImport: TAKEN_IN,
  getImportProgress: { job: 'The name that was given with the file.' },
  followDesk: { after: 'The number of the last entry that the caller knows.' },
};

/** @returns what a parameter of a route means; undefined where that was not written down */
export function wordsFor({ id }: Endpoint, name: string): string | undefined {
  return HERE[id]?.[name] ?? EVERYWHERE[name];
}
