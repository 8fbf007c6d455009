import { SAMPLE_LENGTH } from '../../shared/api/routes/documents.ts';
import type { Remark } from '../../shared/derivation/remarks.ts';
import { canonicalJson } from '../../shared/json/canonical.ts';
import { Derivation, ExtractionOptions } from '../../shared/model/derivation.ts';
import { LanguageTag } from '../../shared/model/ids.ts';
import { type Choice, type Extracted, Unextractable } from './extractor.ts';
import { MOST_DERIVATION, MOST_PARTS, MOST_TEXT } from './limits.ts';
import type { ExtractedFile } from './messages.ts';

const LONGEST_TITLE = 500;
const MOST_REMARKS = 50;
const LONGEST_SAID = 500;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Holds what an extractor made against what it promises, so that nothing else is ever kept.
 * @throws Unextractable where there is no text, or more than is taken
 * @throws Error where the extractor is at fault: ranges beyond the text or out of order, fields of the wrong kind
 */
export function checkExtracted(made: Extracted): ExtractedFile {
  const { text } = made;
  if (typeof text !== 'string') throw new Error('The extractor gave no text.');
  if (!/\S/.test(text)) throw new Unextractable('There is no text in this file.');
  if (text.length > MOST_TEXT)
    throw new Unextractable(
      `This file holds ${text.length.toLocaleString('en')} characters of text, which is more than the ${MOST_TEXT.toLocaleString('en')} that are taken. Divide it and add its parts.`,
    );
  const derivation = Derivation.parse(made.derivation);
  requireInOrder(derivation, text);
  const bytes = Buffer.from(canonicalJson(derivation), 'utf8');
  if (bytes.length > MOST_DERIVATION)
    throw new Unextractable('This file has too many parts to keep where each came from. Divide it.');
  const blocks: Record<string, number> = {};
  for (const { kind } of derivation.blocks) blocks[kind] = (blocks[kind] ?? 0) + 1;
  const title = made.title?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).trim();
  const language = LanguageTag.safeParse(made.language?.trim());
  return {
    text,
    derivation: bytes,
    blocks,
    drawn: { blocks: begun(derivation.blocks), inlines: begun(derivation.inlines) },
    options: ExtractionOptions.parse(made.options),
    choices: made.choices.map(told),
    mediaType: made.mediaType ?? 'text/plain',
    ...(title ? { title } : {}),
    ...(language.success ? { language: language.data } : {}),
    remarks: made.remarks.slice(0, MOST_REMARKS).map(shortened),
  };
}

/** What begins within the sample, cut where it ends. */
const begun = <S extends Span>(spans: readonly S[]): S[] =>
  spans
    .filter(({ start }) => start < SAMPLE_LENGTH)
    .map(span => ({ ...span, end: Math.min(span.end, SAMPLE_LENGTH) }));

const shortened = ({ code, values, says }: Remark): Remark => ({
  code,
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, LONGEST_SAID) : value,
    ]),
  ),
  says: says.slice(0, LONGEST_SAID),
});

const told = ({ name, values }: Choice): Choice => ({ name, values: values.slice(0, MOST_PARTS) });

function requireInOrder({ stretches, blocks, inlines }: Derivation, { length }: string): void {
  let end = 0;
  for (const stretch of stretches) {
    if (stretch.start < end || stretch.end <= stretch.start || stretch.end > length)
      throw misplaced('stretch', stretch, length);
    end = stretch.end;
  }
  for (const [name, spans] of [
    ['block', blocks],
    ['inline', inlines],
  ] as const) {
    let before: Span = { start: 0, end: length };
    for (const span of spans) {
      const outerFirst = span.start > before.start || (span.start === before.start && span.end <= before.end);
      if (span.end < span.start || span.end > length || (name === 'block' && !outerFirst))
        throw misplaced(name, span, length);
      if (name === 'inline' && span.start < before.start) throw misplaced(name, span, length);
      before = span;
    }
  }
}

const misplaced = (what: string, { start, end }: Span, length: number): Error =>
  new Error(
    `The extractor gave a ${what} ${start}–${end} that is out of order or beyond the text (${length}).`,
  );
