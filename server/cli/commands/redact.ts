import { text as readAll } from 'node:stream/consumers';
import { v7 as newId } from 'uuid';
import { currentRevision } from '../../../shared/model/document.ts';
import type { RedactionList, RedactionOrder, RedactionReport } from '../../../shared/model/redaction.ts';
import { redactionsOf, redactLowdb } from '../../storage/lowdb/redacting/redact.ts';
import { folderOf, openStorage, verifyStorage } from '../../storage/registry.ts';
import { accountName } from '../account-name.ts';
import { documentNamed } from '../name-document.ts';
import { type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';

export interface RedactFlags {
  readonly data?: string;
  readonly passage?: string;
  readonly every?: boolean;
  readonly range?: string;
  readonly whole?: boolean;
  readonly why?: string;
  readonly by?: string;
  readonly attachments?: boolean;
  readonly destroy?: boolean;
  readonly list?: boolean;
  readonly json?: boolean;
}

/**
 * Destroys a passage, or a whole document, in the desk, which nobody else may have open; without `--destroy` it only tells
 * what that would reach.
 */
export async function redact(
  surroundings: Surroundings,
  document: string | undefined,
  flags: RedactFlags,
): Promise<number> {
  const { out, errors } = surroundings;
  const address = storeAddress(surroundings, flags.data);
  const desk = folderOf(address);
  if (flags.list) return list(surroundings, desk);
  if (document === undefined)
    throw new UsageError('Say which document: its id, the beginning of it, or its title.');
  const order = await orderOf(desk, document, flags);
  const attachments = flags.attachments === true;
  const report = await redactLowdb(desk, order, { dryRun: !flags.destroy, attachments });
  if (!report) throw new UsageError('There is nothing to redact: the passage is empty.');
  const findings = flags.destroy ? (await verifyStorage(address)).findings : [];
  if (flags.json)
    out.write(`${JSON.stringify({ destroyed: flags.destroy === true, ...report, findings }, null, 2)}\n`);
  else {
    tell(surroundings, report, flags.destroy === true);
    for (const finding of findings) say(errors, `✗ ${finding}`);
  }
  return findings.length === 0 ? 0 : 1;
}

async function list({ out }: Surroundings, desk: string): Promise<number> {
  const told: RedactionList = {
    format: 'variorum-redactions',
    version: 1,
    redactions: await redactionsOf(desk),
  };
  out.write(`${JSON.stringify(told, null, 2)}\n`);
  return 0;
}

async function orderOf(desk: string, document: string, flags: RedactFlags): Promise<RedactionOrder> {
  const { passage, range, whole = false, why, by } = flags;
  if ([passage !== undefined, range !== undefined, whole].filter(Boolean).length !== 1)
    throw new UsageError('Say what goes, by one of --passage, --range and --whole.');
  if (why === undefined || why.trim() === '')
    throw new UsageError('Say why with --why; it stands in the log for good.');
  const storage = await openStorage(desk, { readOnly: true });
  try {
    const all = (await storage.readObjects('document')).map(({ object }) => object);
    const found = documentNamed(all, document);
    const revision = currentRevision(found);
    const text = Buffer.from((await storage.readBlob(revision.textSha256)) ?? []).toString('utf8');
    const words = passage === '-' ? (await readAll(process.stdin)).replace(/\r?\n$/, '') : passage;
    const ranges = whole
      ? [{ start: 0, end: text.length }]
      : words === undefined
        ? [rangeIn(range!, text.length)]
        : placesOf(words, text, flags.every === true);
    const passages = [{ revision: revision.id, ranges }];
    const at = new Date().toISOString();
    return {
      id: newId(),
      documentId: found.id,
      passages,
      whole,
      by: by ?? accountName(),
      at,
      why: why.trim(),
    };
  } finally {
    await storage.close();
  }
}

function rangeIn(range: string, length: number): { start: number; end: number } {
  const match = /^(\d+)-(\d+)$/.exec(range);
  const [start, end] = match ? [Number(match[1]), Number(match[2])] : [0, 0];
  if (end > start && end <= length) return { start, end };
  throw new UsageError(`--range takes two offsets in UTF-16 units, such as 120-164; the text has ${length}.`);
}

function placesOf(words: string, text: string, every: boolean): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  if (words.trim() === '') throw new UsageError('The passage is empty.');
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    places.push({ start: at, end: at + words.length });
  if (places.length === 0)
    throw new UsageError('These words do not stand in the current text, letter for letter.');
  if (places.length > 1 && !every)
    throw new UsageError(
      `These words stand ${places.length} times, at ${places.map(({ start }) => start).join(', ')}. Give --every for all of them, or --range for one.`,
    );
  return places;
}

function tell({ out }: Surroundings, report: RedactionReport, isDone: boolean): void {
  const { title, revisions, lines, objects, files, attachments, elsewhere } = report;
  const units = revisions
    .map(({ revision, units: count }) => `${count} units in revision ${revision}`)
    .join(', ');
  say(out, `${isDone ? 'Destroyed' : 'To be destroyed'}: ${units} of “${title}”`);
  say(
    out,
    `${lines} log lines ${isDone ? 'were' : 'are'} replaced by tombstones, ${objects.length} objects change:`,
  );
  for (const { kind, id, name } of objects) say(out, `  ${kind} ${id}${isDone ? '' : `  ${name}`}`);
  for (const { documentId, title, revision, goes } of files)
    say(
      out,
      goes
        ? `  The file of “${title}” (${documentId}), revision ${revision}, ${isDone ? 'was' : 'is'} destroyed; its text stays as plain text, without pages, headings and places.`
        : `  The file of revision ${revision} is kept: the words do not stand in the text that was extracted from it.`,
    );
  for (const { claimId, name } of attachments)
    say(
      out,
      `  Look at the attachment “${name}” of claim ${claimId}: nothing can be searched for in it, and it stays.`,
    );
  for (const other of elsewhere)
    say(out, `  The same words stand, and stay, in “${other.title}” (${other.documentId}).`);
  say(
    out,
    isDone
      ? 'Backups made before still have the words. Restore them with --redactions and this desk, and they go there too.'
      : 'Nothing was changed. Give --destroy to do it; it cannot be undone.',
  );
}
