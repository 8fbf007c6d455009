import type { Examination } from '../../shared/api/routes/documents.ts';
import type { ExtractionOptions } from '../../shared/model/derivation.ts';
import type { MediaType, Reading } from '../../shared/model/document.ts';
import { type Extracting, usualExtracting } from '../extracting/extract-file.ts';
import type { Extractor } from '../extracting/extractor.ts';
import type { ExtractedFile } from '../extracting/messages.ts';
import { sha256Aside } from '../storage/blob-hashes.ts';
import { guessMediaType } from './media-type.ts';
import { type FileText, isOtherFile, readFileText } from './read-file.ts';
import { guessTitle } from './title.ts';

/** The name under which a file is read as plain text, whatever else it may be. */
export const PLAIN = 'plain';

/** How a file is to become text; what is not said is found out. */
export interface ReadingRequest {
  readonly name?: string | undefined;
  /** For files that are decoded. */
  readonly encoding?: string | undefined;
  /** The id of an extractor, or `plain`. */
  readonly extractor?: string | undefined;
  readonly options?: ExtractionOptions | undefined;
}

export interface ReadingOptions {
  /** Ends the reading where nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined;
  readonly extracting?: Extracting;
}

/** A file of whatever kind, read. */
export interface DocumentFile extends FileText {
  readonly mediaType: MediaType;
  readonly title: string;
  readonly language?: string;
  /** Where it was extracted: what can be told of that, and the derivation as it is kept, named in the reading. */
  readonly extraction?: NonNullable<Examination['extraction']>;
  readonly derivation?: Uint8Array;
}

/** Files that are no text at all are read by no decoder. */
const NOT_DECODED: Reading = { decoder: 'none', version: '1', encoding: 'none', bom: false };

/** A file that was opened, of which texts can be made one after another without decoding and reading it anew. */
export interface OpenedDocument {
  /** Of the bytes. */
  readonly sha256: string;
  /**
   * @param isBrief whether nothing is told of what else could be chosen
   * @throws Refusal where no text can be made so
   * @throws what `signal` gives as its reason, once it is given up
   */
  read(options: ExtractionOptions, how?: { signal?: AbortSignal; isBrief?: boolean }): Promise<DocumentFile>;
}

/**
 * Reads a file of any kind that is known.
 * @throws Refusal where it is of no such kind, is broken, or takes too long or too much
 * @throws what `signal` gives as its reason, once it is given up
 */
export async function readDocument(
  bytes: Uint8Array,
  request: ReadingRequest = {},
  { signal, extracting = usualExtracting }: ReadingOptions = {},
): Promise<DocumentFile> {
  const opened = await openDocument(bytes, request, extracting);
  return opened.read(request.options ?? {}, signal ? { signal } : {});
}

/**
 * Opens a file of any kind that is known.
 * @throws Refusal where it is of no such kind, or does not decode
 */
export async function openDocument(
  bytes: Uint8Array,
  request: Omit<ReadingRequest, 'options'>,
  extracting: Extracting,
): Promise<OpenedDocument> {
  const { name, encoding } = request;
  const extractor = extractorFor(bytes, request, extracting);
  if (!extractor) {
    const file = readFileText(bytes, encoding);
    return { sha256: await sha256Aside(bytes), read: () => plainFile(file, name) };
  }
  const file: FileText =
    extractor.reads === 'text'
      ? readFileText(bytes, encoding, extractor.encodingOf?.(bytes))
      : { text: '', reading: NOT_DECODED, undecodable: 0, encodings: [] };
  const sha256 = await sha256Aside(bytes);
  const original = {
    bytes,
    ...(extractor.reads === 'text' ? { text: file.text } : {}),
    ...(name === undefined ? {} : { name }),
    key: JSON.stringify([sha256, file.reading.encoding, name]),
  };
  return {
    sha256,
    read: async (options, how = {}) =>
      documentOf(file, name, extractor, await extracting.extract(extractor, original, options, how)),
  };
}

async function documentOf(
  file: FileText,
  name: string | undefined,
  { id, version, label, mediaType }: Extractor,
  extracted: ExtractedFile,
): Promise<DocumentFile> {
  const { text, derivation, title, language, blocks, drawn, choices, remarks, ...made } = extracted;
  return {
    ...file,
    text,
    derivation,
    mediaType: made.mediaType,
    title: title ?? guessTitle(name, made.mediaType, text),
    ...spoken((await languageIn(text)) ?? language),
    reading: {
      ...file.reading,
      extraction: {
        extractor: id,
        version,
        mediaType,
        options: made.options,
        derivationSha256: await sha256Aside(derivation),
      },
    },
    extraction: {
      extractor: id,
      label,
      mediaType,
      options: made.options,
      choices: choices.map(({ name, values }) => ({ name, values: [...values] })),
      remarks: [...remarks],
      blocks,
      drawn,
    },
  };
}

/**
 * What a file that is stored is read by where nobody says by what: bytes that may be text are plain text, for only the
 * name, which is not kept, would say otherwise.
 */
export const storedAs = (
  bytes: Uint8Array,
  extractor: string | undefined,
): Pick<ReadingRequest, 'extractor'> =>
  extractor === undefined && isOtherFile(bytes) ? {} : { extractor: extractor ?? PLAIN };

/** @returns how else a file could be read, likeliest first. */
export function otherReadings(
  bytes: Uint8Array,
  name: string | undefined,
  extracting: Extracting,
): Examination['extractors'] {
  const known = extracting.recognising(bytes, name).map(({ id, label }) => ({ extractor: id, label }));
  return isOtherFile(bytes) || bytes.includes(0)
    ? known
    : [...known, { extractor: PLAIN, label: 'plain text' }];
}

function extractorFor(
  bytes: Uint8Array,
  { name, extractor }: ReadingRequest,
  extracting: Extracting,
): Extractor | undefined {
  if (extractor === PLAIN || bytes.length === 0) return undefined;
  return extractor === undefined ? extracting.recognising(bytes, name)[0] : extracting.named(extractor);
}

async function plainFile(file: FileText, name: string | undefined): Promise<DocumentFile> {
  const mediaType = guessMediaType(name, file.text);
  return {
    ...file,
    mediaType,
    title: guessTitle(name, mediaType, file.text),
    ...spoken(await languageIn(file.text)),
  };
}

/** Its tables take much memory, which nobody shall pay who adds no document. */
async function languageIn(text: string): Promise<string | undefined> {
  const { guessLanguage } = await import('./language.ts');
  return guessLanguage(text);
}

const spoken = (language: string | undefined) => (language === undefined ? {} : { language });
