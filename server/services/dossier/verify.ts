/**
 * Goes with every dossier as `verify.mjs`: it looks through the unpacked dossier with nothing but Node, on a machine that
 * has never heard of the program that wrote it. It therefore imports nothing of it but what goes along beside it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLog, piecesOf, sha256 } from './verify-log.ts';
import { Replay, type Standing, same } from './verify-replay.ts';

interface Anchor {
  readonly documentId: string;
  readonly revision: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

interface Manifest {
  readonly format: string;
  readonly version: number;
  readonly made: string;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
  /** The SHA-256 of the rest of the list as JSON. */
  readonly seal: string;
}

interface Revision {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly textSha256: string;
  readonly length: number;
  readonly redacted?: readonly unknown[];
  readonly reading: {
    readonly decoder: string;
    readonly encoding: string;
    readonly extraction?: { readonly derivationSha256: string };
  };
}

type Listed = { readonly id: string } & Record<string, unknown>;

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
  readonly removed?: readonly (Standing & { readonly object: Listed })[];
}

/** Stands between the parts of a quote that has several. */
const BETWEEN = ' … ';
/** Where the objects lie as the log left them. */
const OBJECTS = 'exports/variorum-json/desk.variorum.json';
/** Longer words are not kept with a claim. */
const LONGEST = 100_000;
/** Most faults that are told one by one. */
const TOLD = 100;
const LISTS = {
  documents: 'document',
  claims: 'claim',
  sources: 'source',
  entities: 'entity',
  conflicts: 'conflict',
  refusals: 'refusal',
  annotations: 'annotation',
} as const;

const root = path.dirname(fileURLToPath(import.meta.url));
const placeOf = (name: string): string => path.join(root, name);
const faults: string[] = [];

function fault(says: string): void {
  faults.push(says);
}

/** @returns the bytes of a file; nothing where it is missing, which the list of files tells */
function read(name: string): Buffer {
  try {
    return readFileSync(placeOf(name));
  } catch {
    return Buffer.alloc(0);
  }
}

function hashOf(name: string): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(placeOf(name))) hash.update(piece);
  return hash.digest('hex');
}

/** The list of files vouches for all others, and its own last member for it. */
function readManifest(): Manifest {
  const text = readFileSync(placeOf('manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const { seal, ...rest } = manifest;
  if (`${JSON.stringify(manifest, null, 1)}\n` !== text || sha256(JSON.stringify(rest)) !== seal)
    fault('manifest.json was altered.');
  return manifest;
}

function checkFiles({ files }: Manifest): void {
  const listed = new Set(files.map(({ name }) => name));
  for (const { name, size, sha256: hash } of files) {
    const found = statSync(placeOf(name), { throwIfNoEntry: false });
    if (!found) fault(`${name} is missing.`);
    else if (found.size !== size || hashOf(name) !== hash) fault(`${name} was altered.`);
  }
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const plain = name.split(path.sep).join('/');
    if (plain === 'manifest.json' || listed.has(plain) || statSync(placeOf(name)).isDirectory()) continue;
    fault(`${plain} does not belong to the dossier.`);
  }
}

/** Goes through the log, and does its changes again. @returns what stands after them */
function checkHistory({ head }: Manifest): Replay {
  const replay = new Replay();
  let broken = false;
  const end = checkLog(placeOf('log.jsonl'), fault, ({ seq, changes }) => {
    for (const change of changes) {
      if (broken) return;
      try {
        replay.repeat(change);
      } catch (error) {
        broken = true;
        fault(`Entry ${seq} of the log cannot be done again: ${(error as Error).message}.`);
      }
    }
  });
  if (end.hash !== head.hash || end.seq !== head.seq)
    fault(`The log ends at entry ${end.seq}, not at entry ${head.seq} as the manifest says.`);
  return replay;
}

/** Holds the objects of the export against what the log comes to. @returns how many there are */
function checkState(desk: Desk, { objects }: Replay): number {
  const left = new Set(objects.keys());
  const hold = (kind: string, object: Listed, removed?: Standing['removed']) => {
    const standing = objects.get(object.id);
    left.delete(object.id);
    if (!standing) fault(`Nothing in the log makes the ${kind} ${object.id}.`);
    else if (standing.kind !== kind || !same(standing.object, object) || !same(standing.removed, removed))
      fault(`The ${kind} ${object.id} is not as the log leaves it.`);
  };
  for (const [list, kind] of Object.entries(LISTS))
    for (const object of (desk as unknown as Record<string, Listed[] | undefined>)[list] ?? [])
      hold(kind, object);
  for (const { kind, object, removed } of desk.removed ?? []) hold(kind, object, removed);
  for (const id of left)
    fault(`The ${objects.get(id)!.kind} ${id}, which the log makes, is not in ${OBJECTS}.`);
  return objects.size;
}

interface Texts {
  /** By document and revision. */
  readonly byPlace: ReadonlyMap<string, string>;
  /** How many were read out of their bytes once more. */
  readonly readAgain: number;
}

function checkDocuments({ documents }: Desk, { files }: Manifest): Texts {
  const texts = new Map<string, string>();
  let readAgain = 0;
  for (const document of documents)
    for (const [i, revision] of document.revisions.entries()) {
      const folder = `documents/${document.id}/${i + 1}`;
      const { extraction, decoder, encoding } = revision.reading;
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
      else if (!extraction && !revision.redacted && decoder === 'whatwg') {
        readAgain++;
        if (new TextDecoder(encoding).decode(bytes) !== text)
          fault(`${folder}/text.txt is not what ${file} says in ${encoding}.`);
      }
      texts.set(`${document.id} ${revision.id}`, text);
    }
  return { byPlace: texts, readAgain };
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

/** @returns how many quotes there are */
function checkQuotes({ claims }: Desk, texts: ReadonlyMap<string, string>): number {
  let quotes = 0;
  for (const claim of claims) {
    checkAnchor(texts, `Claim ${claim.id}`, claim.anchor);
    quotes++;
    for (const { id, passage } of claim.evidence) {
      if (!passage) continue;
      checkAnchor(texts, `Evidence ${id} of claim ${claim.id}`, passage);
      quotes++;
    }
  }
  return quotes;
}

function look(): readonly string[] {
  const manifest = readManifest();
  checkFiles(manifest);
  const history = checkHistory(manifest);
  const desk = JSON.parse(read(OBJECTS).toString('utf8')) as Desk;
  const objects = checkState(desk, history);
  const texts = checkDocuments(desk, manifest);
  const quotes = checkQuotes(desk, texts.byPlace);
  return [
    `${manifest.files.length} files, ${manifest.head.seq} entries of the log, ${texts.byPlace.size} texts and ${quotes} quotes are sound.`,
    `Every file is listed, and is what it was when the dossier was written on ${manifest.made}.`,
    `The log is unbroken, and its changes, done again, give exactly the ${objects} objects of ${OBJECTS}.`,
    `Every text has its hash, ${texts.readAgain} of ${texts.byPlace.size} were read out of their bytes once more, and every quote stands where it says.`,
    `The log ends at entry ${manifest.head.seq}, ${manifest.head.hash}`,
  ];
}

let proved: readonly string[] = [];
try {
  proved = look();
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  fault(
    code === 'ENOENT'
      ? `${path.relative(root, (error as NodeJS.ErrnoException).path ?? '')} is missing; no more was looked at.`
      : `Something in the dossier cannot be read, and no more was looked at: ${(error as Error).message}`,
  );
}
const sound = faults.length === 0;
for (const says of faults.slice(0, TOLD)) console.log(`✗ ${says}`);
if (faults.length > TOLD) console.log(`✗ … and ${faults.length - TOLD} more.`);
if (sound) {
  const [first, ...rest] = proved;
  console.log(`✓ ${first}`);
  for (const says of rest) console.log(`  ${says}`);
  console.log(
    '\nNot proved: that nobody wrote the whole dossier anew, log and lists included. Compare that hash with one that you were told by another way. Nor who the people are that signed, nor that their clocks were right; nor that the other exports say the same as the log, or that files of other kinds were read rightly.',
  );
} else
  console.log(
    `\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}: this dossier is not as it was written.`,
  );
process.exitCode = sound ? 0 : 1;
