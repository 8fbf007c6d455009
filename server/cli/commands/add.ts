import path from 'node:path';
import { v7 as newId } from 'uuid';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import type { PartAdded, PartFound } from '../../../shared/api/routes/parts.ts';
import type { ExtractionOptions } from '../../../shared/model/derivation.ts';
import { LanguageTag } from '../../../shared/model/ids.ts';
import { accountName } from '../account-name.ts';
import { optionsGiven, optionsMeant } from '../adding/extraction-options.ts';
import { type GivenFile, gatherFiles } from '../adding/gather-files.ts';
import {
  type ReceivingDesk,
  type ReceivingFlags,
  receivingDesk,
  refusalOf,
  type Sent,
} from '../adding/receiving-desk.ts';
import { Progress } from '../progress.ts';
import { readAs } from '../read-as.ts';
import { STOPPED } from '../stoppable.ts';
import { type Surroundings, say, UsageError } from '../surroundings.ts';

export interface AddFlags extends ReceivingFlags {
  readonly title?: string;
  readonly language?: string;
  readonly encoding?: string;
  readonly extractor?: string;
  readonly option?: readonly string[];
  readonly parts?: boolean;
  readonly twice?: boolean;
  readonly by?: string;
  readonly json?: boolean;
}

/** A file, or a part of it, that was added or would be. */
interface Added {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly found: Examination;
  /** Of a part: what was found in it, beside what holds for all of the file. */
  readonly part?: PartFound;
}

/** What became of a file, or of a part of it. */
type Outcome =
  | Added
  | { readonly file: string; readonly sameAs: Pick<NonNullable<Examination['sameAs']>, 'id' | 'title'> }
  | { readonly file: string; readonly problem: string };

/** So many parts are added at once: between them it is said how far it is. */
const AT_ONCE = 50;
/** So many values of a choice are told. */
const SHOWN = 8;
/** What stands in a choice of parts for all of them together. */
const ALL_PARTS = new Set<unknown>(['', 'all']);

/**
 * Adds files as documents; what cannot be read is said and left out. Ctrl C stops it behind what is being added.
 * @returns 0, 1 where a file could not be added, or `STOPPED`
 */
export async function add(
  surroundings: Surroundings,
  paths: readonly string[],
  flags: AddFlags,
): Promise<number> {
  const { out, errors, folder } = surroundings;
  if (flags.language !== undefined && !LanguageTag.safeParse(flags.language).success)
    throw new UsageError(`"${flags.language}" is no language tag, such as en or pt-BR.`);
  const options = optionsGiven(flags.option ?? []);
  const files = await gatherFiles(folder, paths);
  if (files.length === 0) throw new UsageError('There is no file in that folder.');
  if (flags.title !== undefined && (files.length > 1 || flags.parts))
    throw new UsageError('A title is given to one document; add one file with it.');
  const desk = await receivingDesk(surroundings, flags);
  const progress = new Progress(errors, flags.dryRun ? 'Looking' : 'Adding');
  const outcomes: Outcome[] = [];
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  try {
    for (const [i, file] of files.entries()) {
      if (stopping.signal.aborted) break;
      progress.tell(i, files.length);
      const tellParts = (done: number, of: number): void =>
        progress.say(`${done} of ${of} parts of ${file.given}`);
      for await (const outcome of addOne(desk, file, options, flags, tellParts, stopping.signal)) {
        outcomes.push(outcome);
        progress.end();
        if (!flags.json) tell(surroundings, outcome, flags.dryRun === true);
      }
    }
  } finally {
    process.removeListener('SIGINT', stop);
    progress.end();
    await desk.close();
  }
  if (flags.json) say(out, JSON.stringify(outcomes.map(asJson), null, 2));
  if (stopping.signal.aborted) {
    say(errors, 'variorum: It was stopped. What is listed was added and stays.');
    return STOPPED;
  }
  return outcomes.some(outcome => 'problem' in outcome) ? 1 : 0;
}

async function* addOne(
  desk: ReceivingDesk,
  { given, origin, read }: GivenFile,
  options: ExtractionOptions | undefined,
  flags: AddFlags,
  tellParts: (done: number, of: number) => void,
  stopped: AbortSignal,
): AsyncGenerator<Outcome> {
  try {
    const [sent, request] = await taken(desk, given, read, flags);
    const [found, meant] = await looked(desk, sent, request, options, flags.parts);
    const parts = flags.parts
      ? found.extraction?.choices
          .find(({ name }) => name === 'part')
          ?.values.filter(({ value }) => !ALL_PARTS.has(value))
      : undefined;
    if (!parts) {
      yield await keep(desk, given, origin, sent, found, flags);
      return;
    }
    const { language } = flags;
    const signed = { by: flags.by ?? accountName(), at: new Date().toISOString(), origin };
    // What was taken for one part where nothing was said need not fit another.
    const { part: _one, revision: _ofOne, ...all } = found.extraction?.options ?? {};
    for (let done = 0; done < parts.length && !stopped.aborted; done += AT_ONCE) {
      tellParts(done, parts.length);
      const some = parts.slice(done, done + AT_ONCE);
      const outcomes = await desk.addParts(sent, found, {
        ...signed,
        ...readAs(found),
        ...{ encoding: found.encoding, options: { ...all, ...meant }, group: newId() },
        ...(language === undefined ? {} : { language }),
        ...(flags.twice ? { twice: true } : {}),
        ...(flags.dryRun ? { dry: true } : {}),
        parts: some.map(({ value }) => ({
          ...{ id: newId(), revision: newId(), change: newId() },
          part: value,
        })),
      });
      for (const [i, outcome] of outcomes.entries()) {
        const { value, label } = some[i]!;
        yield partOutcome(`${given} (${label ?? value})`, found, outcome);
      }
    }
  } catch (error) {
    yield failed(given, error);
  }
}

async function taken(
  desk: ReceivingDesk,
  given: string,
  read: GivenFile['read'],
  { encoding, extractor }: AddFlags,
): Promise<[Sent, { name: string; encoding?: string; extractor?: string }]> {
  const asked = extractor === undefined ? {} : { extractor };
  if (read)
    return [
      { bytes: await read() },
      { name: path.basename(given), ...(encoding === undefined ? {} : { encoding }), ...asked },
    ];
  const { fetched, name, encoding: told } = await desk.fetch(given);
  const decoded = encoding ?? told;
  return [{ fetched }, { name, ...(decoded === undefined ? {} : { encoding: decoded }), ...asked }];
}

/** Looks at a file with the options that are meant, which it gives; what may be chosen is known once it was looked at. */
async function looked(
  desk: ReceivingDesk,
  sent: Sent,
  request: { name: string; encoding?: string; extractor?: string },
  options: ExtractionOptions | undefined,
  keep: boolean | undefined,
): Promise<[Examination, ExtractionOptions | undefined]> {
  if (!options) return [await desk.examine(sent, request, keep), undefined];
  const found = await desk.examine(sent, { ...request, options }, keep);
  if (!found.extraction) return [found, options];
  const meant = optionsMeant(options, found.extraction);
  const isSame = Object.entries(meant).every(([name, value]) => options[name] === value);
  return [isSame ? found : await desk.examine(sent, { ...request, options: meant }), meant];
}

function partOutcome(file: string, whole: Examination, added: PartAdded): Outcome {
  const { id, found, sameAs, problem } = added;
  if (problem) return { file, problem: problem.detail ?? problem.title };
  if (sameAs) return { file, sameAs };
  return { file, id, title: found!.title, found: whole, part: found! };
}

async function keep(
  desk: ReceivingDesk,
  file: string,
  origin: string,
  sent: Sent,
  found: Examination,
  flags: AddFlags,
): Promise<Outcome> {
  if (found.sameAs && !found.sameAs.removed && !flags.twice) return { file, sameAs: found.sameAs };
  const id = newId();
  const title = flags.title ?? found.title;
  const language = flags.language ?? found.language;
  if (!flags.dryRun)
    await desk.add(sent, {
      ...{ id, change: newId(), group: newId(), revision: newId() },
      ...{ by: flags.by ?? accountName(), at: new Date().toISOString() },
      ...{ title, mediaType: found.mediaType, encoding: found.encoding, origin },
      ...(language === undefined ? {} : { language }),
      ...readAs(found),
    });
  return { file, id, title, found };
}

/** @throws what is no fault of the file's */
function failed(file: string, error: unknown): Outcome {
  const problem = error instanceof UsageError ? error.message : refusalOf(error);
  if (problem === undefined) throw error;
  return { file, problem };
}

function tell({ out, errors }: Surroundings, outcome: Outcome, dry: boolean): void {
  const { file } = outcome;
  if ('problem' in outcome) say(errors, `variorum: ${file}: ${outcome.problem}`);
  else if ('sameAs' in outcome)
    say(out, `known   ${file}: it is “${outcome.sameAs.title}” (${outcome.sameAs.id})`);
  else tellAdded(out, outcome, dry);
}

function tellAdded(out: Surroundings['out'], { file, id, title, found, part }: Added, dry: boolean): void {
  const { extraction, encoding } = found;
  const { length } = part ?? found;
  const as = extraction ? extraction.label : `plain text in ${encoding}`;
  const what = dry ? `would be added   ${file}: “${title}”` : `added   ${file}: “${title}” (${id})`;
  say(out, `${what}, ${length} characters, ${as}`);
  for (const { says } of (part ?? extraction)?.remarks ?? []) say(out, `        ${says}`);
  for (const { name, values } of dry && !part ? (extraction?.choices ?? []) : []) {
    const shown = values.slice(0, SHOWN).map(({ value }) => String(value) || '""');
    say(out, `        --option ${name}=${[...shown, ...(values.length > SHOWN ? ['…'] : [])].join('|')}`);
  }
}

function asJson(outcome: Outcome) {
  if (!('found' in outcome)) return outcome;
  const { file, id, title, found, part } = outcome;
  const { encoding, sha256 } = found;
  const { mediaType, language, length } = part ?? found;
  const { drawn: _, blocks, choices, ...extraction } = found.extraction ?? {};
  const extracted = !found.extraction
    ? {}
    : part
      ? { extraction: { ...extraction, options: part.options, remarks: part.remarks } }
      : { extraction: { ...extraction, blocks, choices } };
  return { file, document: id, title, mediaType, language, length, encoding, sha256, ...extracted };
}
