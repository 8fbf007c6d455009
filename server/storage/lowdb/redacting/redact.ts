import type { Range } from '../../../../shared/model/anchor.ts';
import type { RedactionList, RedactionOrder, RedactionReport } from '../../../../shared/model/redaction.ts';
import { blockOut } from '../../../../shared/redaction/block.ts';
import { SecretWords } from '../../../../shared/redaction/secret-words.ts';
import { spread } from '../../../../shared/redaction/spread.ts';
import type { HeldObjects } from '../../held-objects.ts';
import { CannotRedact } from '../../redaction.ts';
import { type FileLayer, nodeFiles } from '../files.ts';
import { Layout, segmentNumber } from '../layout.ts';
import { takeLock } from '../lock.ts';
import { openLowdb } from '../open.ts';
import { replacements } from './attachments.ts';
import { maskJournal, passagesOf } from './mask-journal.ts';
import { newTexts } from './new-texts.ts';
import { decide, finishRedacting, layReady } from './plan.ts';
import { elsewhere, reached } from './report.ts';
import { type Scan, scan } from './scan.ts';
import { survey } from './survey.ts';

export interface RedactOptions {
  readonly files?: FileLayer;
  /** Tells what would be done, and does nothing. */
  readonly dryRun?: boolean;
  /** Also destroys pictures and PDFs attached to claims on the passage, in which nothing can be searched for. */
  readonly attachments?: boolean;
}

/**
 * Destroys words of a document, in every file of a desk that nobody has open.
 *
 * What is taken away is blocked out: every UTF-16 unit of it becomes █, so that all offsets hold and every claim stays where
 * it is. That is done to every revision (what was changed between two of them is followed through `revise`), and to all
 * that quotes it or says the same: quotes of anchors, values and fields of claims on it, attached texts, and, in notes,
 * titles, names and conflicts, whatever words of it no remaining text says. A revision gets new bytes, UTF-8, and keeps
 * the hashes of the old ones as a record; a file that its text was extracted from goes, and where the text came from.
 *
 * The log is masked the same way. A line that held such words is replaced by a tombstone: the masked entry, with the
 * sequence number, the previous hash and the hash of the line as it was first written, so that the chain holds. Since the
 * tombstone's own bytes have another hash, a new entry at the end, in the chain like any other (`redact`, a change of the
 * document), lists the hash of each tombstone: `verify` accepts none that no later entry vouches for, and none that was
 * altered, and tells where a line that was redacted has come back. All masked changes are done again while they are
 * written: what they overwrote follows from that, and the whole log makes the masked desk.
 *
 * Whatever derives from the words goes and is made anew: snapshots, indexes, findings, uploads, incomplete ends that a
 * crash had left, copies made before a migration, and bytes that no line names any more.
 *
 * Everything is made ready aside; then one file, put in place by a rename, decides, and a start that finds it carries the
 * rest out. A crash leaves the desk as it was before, or as it is to be.
 *
 * What remains: the hashes of what was destroyed. Somebody who knows all the rest of a line or a text, and has few guesses
 * to make at what is missing, can tell from them which one is right. And a disk may keep what was deleted until it writes
 * over it.
 * @returns what was reached; undefined where the log has this order already, or knows neither the document nor a passage
 * @throws CannotRedact where the desk is damaged or can only be read; nothing is changed then
 * @throws DeskInUse where another process has it open
 */
export async function redactLowdb(
  location: string,
  order: RedactionOrder,
  options: RedactOptions = {},
): Promise<RedactionReport | undefined> {
  const { files = nodeFiles } = options;
  const layout = new Layout(location);
  if (options.dryRun) return redactFolder(files, layout, order, options);
  // A start mends what a crash left, and brings the desk to this program's format.
  const storage = await openLowdb(location, { files });
  const { readOnly } = storage;
  await storage.close();
  if (readOnly !== undefined) throw new CannotRedact(readOnly);
  const lock = await takeLock(files, layout.lock, layout.root);
  try {
    return await redactFolder(files, layout, order, options);
  } finally {
    await lock.release();
  }
}

/** @returns the list of what was redacted in a desk. */
export async function redactionsOf(location: string, files = nodeFiles): Promise<RedactionOrder[]> {
  return [...(await scan(files, new Layout(location))).redactions];
}

async function redactFolder(
  files: FileLayer,
  layout: Layout,
  order: RedactionOrder,
  options: RedactOptions,
): Promise<RedactionReport | undefined> {
  const { documentId, id } = order;
  const found = await scan(files, layout, documentId);
  if (found.redactions.some(known => known.id === id) || found.revisions.size === 0) return undefined;
  const text = (hash: string) => readText(files, layout, hash);
  const texts = new Map<string, string>();
  for (const { id: revision, textSha256 } of found.revisions.values())
    texts.set(revision, await text(textSha256));
  const gone = goneOf(order, found, texts);
  if (gone.size === 0) return undefined;
  const { claims, annotations, sides, attachments, objects } = await survey(files, layout, documentId, gone);
  const passages = [...gone].flatMap(([revision, ranges]) => {
    const whole = texts.get(revision)!;
    return ranges.map(({ start, end }) => whole.slice(start, end));
  });
  const words = await secretWords(passages, documentId, texts, gone, objects, text);
  const attached = await replacements(
    attachments.values(),
    words,
    claims,
    options.attachments === true,
    hash => readBlob(files, layout, hash),
  );
  const documents = objects.list('document').map(({ id: other, object: { title, revisions } }) => ({
    ...{ id: other, title },
    revisions: other === documentId ? found.revisions.values() : revisions,
  }));
  const fresh = await newTexts(id, documentId, documents, gone, words, text);
  const blobs = new Map([...attached.blobs, ...fresh.blobs]);
  const { whole } = order;
  const masking = {
    documentId,
    whole,
    gone,
    texts: fresh.texts,
    words,
    passages,
    claims,
    annotations,
    sides,
    files: attached.files,
  };
  const written = await maskJournal(files, layout, order, found.head, masking, !options.dryRun);
  const held = objects.get('document', documentId)!;
  const report: RedactionReport = {
    documentId,
    title: held.object.title,
    revisions: [...gone].map(([revision, ranges]) => ({ revision, units: unitsOf(ranges) })),
    lines: written.tombstones.length,
    objects: reached(objects, written.objects),
    files: fresh.files,
    attachments: [...attachments.values()]
      .filter(({ claimId, attachment }) => claims.has(claimId) && !attached.files.has(attachment.sha256))
      .map(({ claimId, attachment }) => ({ claimId, name: attachment.name })),
    elsewhere: await elsewhere(objects, documentId, passages, text),
  };
  if (options.dryRun) return report;
  for (const [hash, bytes] of blobs) await layReady(files, layout, `blobs/${hash}`, bytes);
  const list: RedactionList = {
    format: 'variorum-redactions',
    version: 1,
    redactions: [...found.redactions, { ...order, passages: passagesOf(gone) }],
  };
  await layReady(files, layout, 'redactions.json', Buffer.from(`${JSON.stringify(list, null, 1)}\n`));
  await decide(files, layout, {
    format: 'variorum-redacting',
    replace: [...written.segments, ...[...blobs.keys()].map(hash => `blobs/${hash}`), 'redactions.json'],
    remove: await remainders(files, layout, written.named, blobs),
  });
  await finishRedacting(files, layout);
  return report;
}

/** @throws CannotRedact where the order names revisions of which none is here, or nothing of them */
function goneOf(
  order: RedactionOrder,
  { links }: Scan,
  texts: ReadonlyMap<string, string>,
): Map<string, Range[]> {
  if (order.whole)
    return new Map(
      [...texts]
        .filter(([, text]) => text.length > 0)
        .map(([id, text]) => [id, [{ start: 0, end: text.length }]]),
    );
  const asked = new Map<string, Range[]>();
  for (const { revision, ranges } of order.passages) {
    const text = texts.get(revision);
    if (text === undefined) continue;
    const beyond = ranges.find(({ end }) => end > text.length);
    if (beyond)
      throw new CannotRedact(
        `Revision ${revision} has ${text.length} units; the passage from ${beyond.start} to ${beyond.end} is not within it.`,
      );
    asked.set(revision, [...(asked.get(revision) ?? []), ...ranges]);
  }
  return spread(asked, texts, links);
}

async function secretWords(
  passages: readonly string[],
  documentId: string,
  texts: ReadonlyMap<string, string>,
  gone: ReadonlyMap<string, readonly Range[]>,
  objects: HeldObjects,
  text: (hash: string) => Promise<string>,
): Promise<SecretWords> {
  const words = new SecretWords(passages);
  for (const [revision, own] of texts) words.stillSaid(blockOut(own, gone.get(revision) ?? []));
  const seen = new Set<string>();
  for (const { id, object } of objects.list('document'))
    for (const { textSha256 } of id === documentId ? [] : object.revisions)
      if (!seen.has(textSha256)) {
        seen.add(textSha256);
        words.stillSaid(await text(textSha256));
      }
  return words;
}

/** What goes without anything in its place. */
async function remainders(
  files: FileLayer,
  layout: Layout,
  named: ReadonlySet<string>,
  fresh: ReadonlyMap<string, Uint8Array>,
): Promise<string[]> {
  const gone = ['snapshot', 'index', 'uploads'];
  for (const name of await files.list(layout.root)) if (name.startsWith('backup-of-')) gone.push(name);
  for (const name of await files.list(layout.journal))
    if (segmentNumber(name) === undefined) gone.push(`journal/${name}`);
  for (const name of await files.list(layout.blobs))
    if (!named.has(name) && !fresh.has(name)) gone.push(`blobs/${name}`);
  return gone;
}

const unitsOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { start, end }) => sum + end - start, 0);

async function readBlob(files: FileLayer, layout: Layout, hash: string): Promise<Buffer> {
  try {
    return await files.read(layout.blob(hash)!);
  } catch (error) {
    throw new CannotRedact(
      `The bytes blobs/${hash} cannot be read (${(error as Error).message}); "variorum verify" says what else is wrong.`,
    );
  }
}

const readText = async (files: FileLayer, layout: Layout, hash: string): Promise<string> =>
  (await readBlob(files, layout, hash)).toString('utf8');
