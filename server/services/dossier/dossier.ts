import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DeskView, isWritable } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';
import type { Language } from '../../../shared/languages/languages.ts';
import type { LogEntry } from '../../../shared/model/change.ts';
import { sealEntry, tombstone } from '../../storage/entry.ts';
import type { Storage } from '../../storage/port.ts';
import { exportDesk } from '../export.ts';
import { viewDesk } from '../export-view.ts';
import { type ArchivedFile, archive } from '../wrap-files.ts';
import { bytesFile } from './bytes-file.ts';
import { indexPage } from './index-page.ts';

/** Look through a dossier; the first is to be run. */
const SCRIPTS = ['verify', 'verify-log', 'verify-replay'] as const;

/** @returns a script of this folder as it goes along: with the others beside it, and without what a debugger wants */
const script = (name: (typeof SCRIPTS)[number]): string =>
  readFileSync(new URL(`./${name}.js`, import.meta.url), 'utf8')
    .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
    .replaceAll(/from '(\.\/verify-\w+)\.js'/g, "from '$1.mjs'");

/** Under this name the list of files stands in a dossier. */
export const DOSSIER_MANIFEST = 'manifest.json';

/** A file of the dossier as it was written, with what it is known again by. */
interface Listed {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface DossierOptions {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Of the page and the report in it; English where none is given. */
  readonly language?: Language;
  /** Told how many of all files are done. */
  readonly progress?: (done: number, all: number) => void;
}

/**
 * Writes everything that a desk holds as one ZIP archive that needs no program of ours: texts byte for byte, every export,
 * the log, a page to read, and a script that looks through all of it again.
 * @returns the archive piece by piece
 */
export async function* writeDossier(
  storage: Storage,
  { now, language = 'en', progress }: DossierOptions,
): AsyncGenerator<Uint8Array> {
  const view = await viewDesk(storage, { of: 'whole' });
  const listed: Listed[] = [];
  const all = filesOf(storage, view, now, language);
  const count = countOf(view);
  yield* archive(
    (async function* () {
      for await (const file of all) {
        const { name, pieces } = file;
        yield { name, pieces: noted(name, pieces, listed) };
        progress?.(listed.length, count);
      }
      const { seq, hash } = view.head;
      const manifest = {
        format: 'variorum-dossier',
        version: 1,
        made: now,
        head: { seq, hash },
        files: listed,
      };
      const seal = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
      yield text(DOSSIER_MANIFEST, `${JSON.stringify({ ...manifest, seal }, null, 1)}\n`);
    })(),
  );
}

async function* filesOf(
  storage: Storage,
  view: DeskView,
  now: string,
  language: Language,
): AsyncGenerator<ArchivedFile> {
  const { seq } = view.head;
  yield text('index.html', indexPage(view, now, language));
  yield text('README.txt', README);
  for (const name of SCRIPTS) yield text(`${name}.mjs`, script(name));
  yield { name: 'log.jsonl', pieces: lines(view) };
  for (const { id, object } of view.objects.document)
    for (const [i, revision] of object.revisions.entries()) {
      const folder = `documents/${id}/${i + 1}`;
      const { extraction } = revision.reading;
      yield { name: `${folder}/${bytesFile(revision)}`, pieces: blob(storage, revision.sha256) };
      yield { name: `${folder}/text.txt`, pieces: blob(storage, revision.textSha256) };
      if (extraction)
        yield { name: `${folder}/derivation.json`, pieces: blob(storage, extraction.derivationSha256) };
    }
  for (const { sha256, name } of attachmentsOf(view))
    yield { name: `attachments/${sha256}/${safe(name)}`, pieces: blob(storage, sha256) };
  for (const { id } of formats.filter(isWritable)) {
    const { fileName, pieces } = await exportDesk(storage, { format: id, language }, view);
    yield { name: `exports/${id}/${fileName}`, pieces };
  }
  if (storage.head.seq < seq)
    throw new Error('The desk was replaced while the dossier was written; write it again.');
}

function countOf({ objects }: DeskView): number {
  const revisions = objects.document.flatMap(({ object }) => object.revisions);
  const extracted = revisions.filter(({ reading }) => reading.extraction).length;
  return 3 + SCRIPTS.length + 2 * revisions.length + extracted + formats.filter(isWritable).length;
}

/** Every line of the log with the bytes by which it was hashed. */
async function* lines(view: DeskView): AsyncGenerator<string> {
  for await (const entry of view.log()) yield `${lineOf(entry)}\n`;
}

function lineOf({ redactedBy, ...entry }: LogEntry): string {
  if (redactedBy !== undefined) return tombstone(entry, redactedBy).line;
  const { hash: _, ...open } = entry;
  return sealEntry(open).line;
}

async function* blob(storage: Storage, sha256: string): AsyncGenerator<Uint8Array> {
  const bytes = await storage.readBlob(sha256);
  if (!bytes)
    throw new Error(`The store has lost the bytes ${sha256}; "variorum verify" says what else is missing.`);
  yield bytes;
}

function attachmentsOf({ objects }: DeskView): { sha256: string; name: string }[] {
  const found = new Map<string, { sha256: string; name: string }>();
  for (const { object } of objects.claim)
    for (const { attachments = [] } of object.evidence)
      for (const attachment of attachments) found.set(attachment.sha256, attachment);
  return [...found.values()];
}

const safe = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 100) || 'file';

async function* noted(
  name: string,
  pieces: AsyncIterable<string | Uint8Array>,
  listed: Listed[],
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    hash.update(bytes);
    size += bytes.byteLength;
    yield bytes;
  }
  listed.push({ name, size, sha256: hash.digest('hex') });
}

function text(name: string, words: string): ArchivedFile {
  return {
    name,
    pieces: (async function* () {
      yield words;
    })(),
  };
}

const README = `A dossier of Variorum
=====================

Unpack it into a folder of its own. Nothing in it needs Variorum, a server or the network.

index.html   a page to read in any browser: what is here, and the way to the rest
documents/   every revision of every document: its bytes as they came, and its text as UTF-8; of a file of another kind
             than plain text, derivation.json says where in the file each stretch of the text came from
exports/     claims, evidence, conflicts, decisions and sources, in each format
attachments/ pictures and papers attached to evidence, by the SHA-256 of their bytes
log.jsonl    who changed what, when and why, one entry a line, each tied to the one before
verify.mjs   run "node verify.mjs" (Node 20 or newer); verify-log.mjs and verify-replay.mjs are parts of it

What verify.mjs proves
----------------------
- Every file is listed in manifest.json and has the bytes that it had when the dossier was written, and no other is here.
- Each line of the log has its hash and names the one before it. Lines of which words were redacted are vouched for by a
  later line.
- All changes of the log, done again from the first, give exactly the objects in exports/variorum-json, removed ones too.
- Each revision's bytes and text have their hashes; texts in UTF-8 and UTF-16 are read out of their bytes once more.
- Each claim and each passage of evidence stands on the words that it quotes, between the words before and after them.
Exit code 0: all of it holds; 1: something does not, and what is said.

What it does not prove
----------------------
- That nobody wrote all of it anew, log, hashes and list included. The hash of the newest entry, which verify.mjs prints,
  stands for the whole: whoever was told that hash by another way can tell.
- Who the people are that signed, and that their clocks were right.
- That texts in other encodings, and those of files of other kinds, were read rightly; "variorum verify" reads them again.
- That the other exports say what the log says: they are made from the same objects, and are only held against their hashes.
`;
