/**
 * Goes with every dossier as `verify.mjs`: it looks through the unpacked dossier with nothing but Node, on a machine that
 * has never heard of the program that wrote it. It therefore imports nothing of it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

interface Anchor {
  readonly documentId: string;
  readonly revision: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

interface Manifest {
  readonly format: string;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

interface Entry {
  readonly seq: number;
  readonly hash: string;
  readonly prevHash: string;
  readonly redactedBy?: string;
  readonly changes: readonly {
    readonly id: string;
    readonly operation: {
      readonly op: string;
      readonly lines?: readonly (readonly [seq: number, sha256: string])[];
    };
  }[];
}

interface Revision {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly textSha256: string;
  readonly length: number;
  readonly reading: { readonly extraction?: { readonly derivationSha256: string } };
}

interface Desk {
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly revisions: readonly Revision[];
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly anchor: Anchor;
    readonly evidence: readonly { readonly id: string; readonly passage?: Anchor; readonly quote?: string }[];
  }[];
}

/** Stands between the parts of a quote that has several. */
const BETWEEN = ' … ';
/** Where the objects lie as the log left them. */
const OBJECTS = 'exports/variorum-json';
/** Longer words are not kept with a claim. */
const LONGEST = 100_000;

const root = path.dirname(fileURLToPath(import.meta.url));
const faults: string[] = [];
const read = (name: string): Buffer => readFileSync(path.join(root, name));
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

function fault(says: string): void {
  faults.push(says);
}

function checkFiles(manifest: Manifest): void {
  const listed = new Set(manifest.files.map(({ name }) => name));
  for (const { name, size, sha256: hash } of manifest.files) {
    const place = path.join(root, name);
    const found = statSync(place, { throwIfNoEntry: false });
    if (!found) fault(`${name} is missing.`);
    else if (found.size !== size || sha256(readFileSync(place)) !== hash) fault(`${name} was altered.`);
  }
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const plain = name.split(path.sep).join('/');
    if (plain === 'manifest.json' || listed.has(plain) || statSync(path.join(root, name)).isDirectory())
      continue;
    fault(`${plain} does not belong to the dossier.`);
  }
}

/** The hash of a line is that of its JSON without the hash; a line of which words were destroyed is vouched for by a later one. */
function checkLog(head: Manifest['head']): number {
  const lines = read('log.jsonl').toString('utf8').split('\n').filter(Boolean);
  const vouched = new Map<number, string>();
  const redacted = new Map<number, string>();
  let before = '0'.repeat(64);
  let seq = 0;
  for (const [i, line] of lines.entries()) {
    let entry: Entry;
    try {
      entry = JSON.parse(line) as Entry;
    } catch {
      fault(`log.jsonl line ${i + 1} is not JSON.`);
      return i;
    }
    const end = line.length - ',"hash":"'.length - 64 - '"}'.length;
    if (entry.seq !== seq + 1) fault(`log.jsonl line ${i + 1} is entry ${entry.seq}, not ${seq + 1}.`);
    if (entry.prevHash !== before) fault(`log.jsonl line ${i + 1} does not follow the line before it.`);
    if (sha256(`${line.slice(0, end)}}`) !== entry.hash) {
      if (entry.redactedBy === undefined) fault(`log.jsonl line ${i + 1} was altered.`);
      else redacted.set(entry.seq, sha256(line));
    }
    for (const { operation } of entry.changes)
      if (operation.op === 'redact')
        for (const [number, hash] of operation.lines ?? []) vouched.set(number, hash);
    before = entry.hash;
    seq = entry.seq;
  }
  for (const [number, hash] of redacted)
    if (vouched.get(number) !== hash)
      fault(`Entry ${number} of the log was redacted, and no later entry vouches for it.`);
  if (before !== head.hash || seq !== head.seq)
    fault(`The log ends at entry ${seq}, not at entry ${head.seq} as the manifest says.`);
  return lines.length;
}

/** @returns the texts by document and revision */
function checkDocuments({ documents }: Desk, { files }: Manifest): Map<string, string> {
  const texts = new Map<string, string>();
  for (const document of documents)
    for (const [i, revision] of document.revisions.entries()) {
      const folder = `documents/${document.id}/${i + 1}`;
      const { extraction } = revision.reading;
      // A file that is no plain text has the ending of its kind.
      const file = files.find(({ name }) => name.startsWith(`${folder}/bytes`))?.name ?? `${folder}/bytes`;
      const bytes = read(file);
      if (sha256(bytes) !== revision.sha256 || bytes.length !== revision.bytes)
        fault(`${file} is not what “${document.title}” came as.`);
      if (extraction && sha256(read(`${folder}/derivation.json`)) !== extraction.derivationSha256)
        fault(`${folder}/derivation.json does not say where “${document.title}” came from.`);
      const decoded = read(`${folder}/text.txt`);
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(decoded);
      if (sha256(decoded) !== revision.textSha256 || text.length !== revision.length)
        fault(`${folder}/text.txt is not the text of “${document.title}”.`);
      texts.set(`${document.id} ${revision.id}`, text);
    }
  return texts;
}

function checkAnchor(
  texts: ReadonlyMap<string, string>,
  whose: string,
  { documentId, revision, ranges, quote }: Anchor,
): void {
  const text = texts.get(`${documentId} ${revision}`);
  if (text === undefined) {
    fault(`${whose} stands on a text that is not in the dossier.`);
    return;
  }
  const exact = ranges.map(({ start, end }) => text.slice(start, end)).join(BETWEEN);
  const { start } = ranges[0]!;
  const { end } = ranges[ranges.length - 1]!;
  const around =
    text.slice(Math.max(0, start - quote.prefix.length), start) === quote.prefix &&
    text.slice(end, end + quote.suffix.length) === quote.suffix;
  if (end > text.length || (exact !== quote.exact && exact.length <= LONGEST) || !around)
    fault(`${whose} does not stand on the words that it quotes.`);
}

const manifest = JSON.parse(read('manifest.json').toString('utf8')) as Manifest;
checkFiles(manifest);
const entries = checkLog(manifest.head);
const [deskFile] = readdirSync(path.join(root, OBJECTS));
const desk = JSON.parse(read(`${OBJECTS}/${deskFile}`).toString('utf8')) as Desk;
const texts = checkDocuments(desk, manifest);
let quotes = 0;
for (const claim of desk.claims) {
  checkAnchor(texts, `Claim ${claim.id}`, claim.anchor);
  quotes++;
  for (const { id, passage } of claim.evidence) {
    if (!passage) continue;
    checkAnchor(texts, `Evidence ${id} of claim ${claim.id}`, passage);
    quotes++;
  }
}
for (const says of faults) console.log(`✗ ${says}`);
console.log(
  faults.length === 0
    ? `✓ ${manifest.files.length} files, ${entries} entries of the log, ${texts.size} texts and ${quotes} quotes are sound.`
    : `${faults.length} faults.`,
);
console.log(`The log ends at entry ${manifest.head.seq}, ${manifest.head.hash}`);
process.exitCode = faults.length === 0 ? 0 : 1;
