import type { Span } from '../../text/text-like.ts';
import { CLAIM_LAYER, claimFeatures, type Features, featuresOf } from '../claim-features.ts';
import type { DeskView, WrittenFile } from '../format.ts';
import { leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { type MarkedText, markedTexts } from '../marked-texts.ts';
import { inPieces } from '../pieces.ts';
import { escapeCell, escapeLine } from './escapes.ts';
import { sentencesOf } from './units.ts';

/** An annotation: one stretch of a claim, under a number of its own. */
interface Mark extends Span {
  readonly id: number;
  readonly features: Features;
}

/** Writes each text as a WebAnno TSV 3.3 of its own, with its claims as a layer. */
export async function* files(desk: DeskView, losses: Losses): AsyncGenerator<WrittenFile> {
  leaveOfDesk(losses, desk, [
    'conflicts',
    'history',
    'removed',
    'refusals',
    'entities',
    'sources',
    'former-texts',
  ]);
  for await (const marked of markedTexts(desk, losses))
    yield { name: `${marked.stem}.tsv`, pieces: inPieces(write(marked, losses)) };
}

async function* write(marked: MarkedText, losses: Losses): AsyncGenerator<string> {
  const { text, document } = marked;
  yield `#FORMAT=WebAnno TSV 3.3\n#T_SP=${CLAIM_LAYER}|${claimFeatures.join('|')}\n\n`;
  if (/^\s|\s\n|\n\s|\s$/.test(text))
    losses.add(
      'white-space',
      'White space at the ends of lines, and empty lines; a text here is recognised all the same.',
      document.id,
    );
  const marks = marksOf(marked, losses);
  let first = 0;
  let number = 0;
  for (const { start, end, tokens } of sentencesOf(text, document.language ?? 'und')) {
    while (first < marks.length && marks[first]!.end <= start) first++;
    yield `\n#Text=${escapeLine(text.slice(start, end))}\n`;
    number++;
    const near = marks.slice(first).filter(mark => mark.start < end && mark.end > start);
    for (const [i, token] of tokens.entries()) yield rowsOf(text, `${number}-${i + 1}`, token, near);
  }
}

function marksOf({ text, claims }: MarkedText, losses: Losses): Mark[] {
  const marks: Mark[] = [];
  for (const { claim, ranges } of claims) {
    const features = featuresOf(claim, losses);
    for (const range of ranges) {
      const words = text.slice(range.start, range.end);
      const start = range.end - words.trimStart().length;
      const end = range.start + words.trimEnd().length;
      if (end <= start) losses.add('no-tokens', 'Claims on white space alone.', claim.id);
      else {
        if (start !== range.start || end !== range.end)
          losses.add('edge-space', 'White space at the ends of claims.', claim.id);
        marks.push({ id: marks.length + 1, start, end, features });
      }
    }
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The row of a token, and rows for those parts of it that annotations cover and others do not. */
function rowsOf(text: string, number: string, token: Span, near: readonly Mark[]): string {
  const touching = near.filter(mark => mark.start < token.end && mark.end > token.start);
  const isWhole = (mark: Mark) => mark.start <= token.start && mark.end >= token.end;
  let rows = row(text, number, token, touching.filter(isWhole));
  const parts = new Map<string, Mark[]>();
  for (const mark of touching) {
    if (isWhole(mark)) continue;
    const key = `${Math.max(mark.start, token.start)}-${Math.min(mark.end, token.end)}`;
    parts.set(key, [...(parts.get(key) ?? []), mark]);
  }
  for (const [i, [key, marks]] of [...parts].entries()) {
    const [start, end] = key.split('-').map(Number);
    rows += row(text, `${number}.${i + 1}`, { start: start!, end: end! }, marks);
  }
  return rows;
}

function row(text: string, number: string, { start, end }: Span, marks: readonly Mark[]): string {
  const cells = claimFeatures.map(name =>
    marks.length === 0
      ? '_'
      : marks
          .map(({ features, id }) => `${features[name] ? escapeCell(features[name]) : '*'}[${id}]`)
          .join('|'),
  );
  return `${[number, `${start}-${end}`, escapeCell(text.slice(start, end)), ...cells].join('\t')}\t\n`;
}
