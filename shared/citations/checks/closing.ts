import type { CheckedText } from '../../detectors/checked-text.ts';
import type { Reference } from '../../markup/markup.ts';
import type { Span } from '../../text/text-like.ts';
import { citePageOf } from '../wiki/cite-page.ts';
import { because, type CitationCheck, checkOf, type Defect, sideOf } from './check.ts';

const CLOSE = '</ref>';
/** So far the tags are looked for that close references in a reference. */
const LOOKED_BEHIND = 2_000;
/** An opening tag where a closing one is meant. */
const REOPENED = /^\s{0,4}<ref\s?\/?>/i;

/** A closing tag that is misspelt. */
const malformedClose: CitationCheck = checkOf({
  id: 'ref-malformed-close',
  severity: 'error',
  label: 'Closing tags of references that are misspelt',
  *find(checked) {
    const { text } = checked;
    for (const { reference, swallows } of unclosed(checked)) {
      const { start, meantEnd, misspelt } = reference;
      if (!misspelt) continue;
      const wrong = text.slice(misspelt.start, misspelt.end);
      yield {
        message: `The closing tag is written ${wrong}, so the reference runs on to the next ${CLOSE}.`,
        given: { written: wrong },
        about: [
          reference.name ?? text.slice(reference.openEnd, Math.min(misspelt.start, reference.openEnd + 80)),
          wrong,
        ],
        sides: [sideOf(text, misspelt), sideOf(text, { start, end: meantEnd })],
        grounds: swallowing(reference, swallows),
        edits: [{ ...misspelt, text: CLOSE }],
        ...lostIn(reference),
      };
    }
  },
});

/** A reference that is not closed before the next one begins. */
const unclosedReference: CitationCheck = checkOf({
  id: 'ref-unclosed',
  severity: 'error',
  label: 'References that are not closed and swallow what follows',
  *find(checked) {
    const { text } = checked;
    for (const { reference, swallows, isNest } of unclosed(checked)) {
      const { start, openEnd, meantEnd, problems } = reference;
      if (isNest || reference.misspelt) continue;
      const again = REOPENED.exec(text.slice(meantEnd, meantEnd + 20))?.[0];
      const end = problems.includes('endless') ? endOfLine(text, openEnd) : meantEnd;
      yield {
        message: problems.includes('endless')
          ? 'Nothing closes the reference.'
          : `The reference is not closed; it runs on to the next ${CLOSE}.`,
        given: {},
        about: [reference.name ?? text.slice(openEnd, Math.min(Math.max(end, openEnd), openEnd + 80))],
        sides: [sideOf(text, { start, end: Math.max(end, openEnd) })],
        grounds: swallowing(reference, swallows),
        edits: [
          meantEnd === openEnd && !problems.includes('endless')
            ? { start: openEnd - 1, end: openEnd - 1, text: '/' }
            : again
              ? { start: meantEnd, end: meantEnd + again.length, text: CLOSE }
              : { start: Math.max(end, openEnd), end: Math.max(end, openEnd), text: CLOSE },
        ],
        ...lostIn(reference),
      };
    }
  },
});

/** A reference that begins within another one, both of which are closed. */
const nested: CitationCheck = checkOf({
  id: 'ref-nested',
  severity: 'warning',
  label: 'References within references',
  *find(checked) {
    for (const { reference, swallows, isNest } of unclosed(checked)) {
      const [inner] = swallows;
      if (!isNest || !inner) continue;
      yield {
        message: 'A reference stands within another one; MediaWiki shows its tags as plain words.',
        given: {},
        about: [reference.name ?? '', inner.name ?? checked.text.slice(inner.openEnd, inner.openEnd + 80)],
        sides: [sideOf(checked.text, { start: inner.start, end: inner.openEnd })],
      };
    }
  },
});

/** A closing tag without a reference before it. */
const stray: CitationCheck = checkOf({
  id: 'ref-stray-close',
  severity: 'warning',
  label: 'Closing tags of references that close nothing',
  *find(checked) {
    const { text } = checked;
    const closing = new Set(checked.once(citePageOf).references.map(one => one.end));
    const taken = checked.markup.filter(one => one.kind === 'comment' || one.kind === 'verbatim');
    let [next, nest] = [0, 0];
    if (checked.mediaType !== 'text/x-wiki') return;
    let swallowed = 0;
    const nests = [...unclosed(checked)].filter(one => one.isNest).map(one => one.reference.end);
    for (const match of text.matchAll(/<\/ref[ \t\n]{0,20}>/gi)) {
      const span = { start: match.index, end: match.index + match[0].length };
      while (next < taken.length && taken[next]!.end <= span.start) next++;
      if (next < taken.length && taken[next]!.start < span.start) continue;
      while (nest < nests.length && nests[nest]! + LOOKED_BEHIND <= span.start) nest++;
      if (closing.has(span.end) || (nest < nests.length && nests[nest]! <= span.start)) continue;
      if (span.start < swallowed) continue;
      swallowed = span.end;
      yield {
        message: `A tag ${match[0]} closes no reference.`,
        given: { written: match[0] },
        about: [text.slice(Math.max(0, span.start - 40), span.start)],
        sides: [sideOf(text, span)],
        edits: [{ ...span, text: '' }],
      };
    }
  },
});

interface Unclosed {
  readonly reference: Reference;
  /** References that begin in it. */
  readonly swallows: readonly Reference[];
  /** Whether all of them are closed, and it is as well. */
  readonly isNest: boolean;
}

/** References that are not closed as they should be and that no other one swallows. */
function* unclosed(checked: CheckedText): Generator<Unclosed> {
  const { references } = checked.once(citePageOf);
  const { text } = checked;
  let end = 0;
  for (const [i, reference] of references.entries()) {
    if (reference.start < end) continue;
    end = Math.max(end, reference.end);
    const { problems } = reference;
    if (!['misspelt', 'unclosed', 'endless'].some(one => problems.includes(one as 'misspelt'))) continue;
    const swallows: Reference[] = [];
    for (let k = i + 1; k < references.length && references[k]!.start < reference.end; k++)
      swallows.push(references[k]!);
    yield { reference, swallows, isNest: isNest(text, reference, swallows) };
  }
}

/** Whether the references in it are closed by tags of their own: as many closing tags follow as were opened. */
function isNest(text: string, reference: Reference, swallows: readonly Reference[]): boolean {
  if (reference.problems.includes('misspelt') || reference.problems.includes('endless')) return false;
  const opened = swallows.filter(one => one.body !== undefined).length;
  if (opened === 0) return swallows.length > 0;
  const behind = text.slice(reference.end, reference.end + LOOKED_BEHIND);
  const next = behind.search(/<ref[\s>/]/i);
  const closed = (next < 0 ? behind : behind.slice(0, next)).match(/<\/ref\s{0,20}>/gi)?.length ?? 0;
  return closed >= opened;
}

function swallowing(reference: Reference, swallows: readonly Reference[]) {
  const inside = swallows.filter(one => one.start >= reference.meantEnd);
  if (inside.length === 0) return [];
  const names = inside.flatMap(one => (one.name ? [one.name] : [])).slice(0, 8);
  return [
    because('ref-swallows', `It swallows ${inside.length} more: ${names.join(', ') || 'without names'}.`, {
      count: String(inside.length),
      names: names.join(', '),
    }),
  ];
}

/** What stands between where it was meant to end and where it ends. */
function lostIn({ meantEnd, end, problems }: Reference): Pick<Defect, 'lost'> {
  const span: Span = { start: meantEnd, end };
  return end > meantEnd && !problems.includes('endless') ? { lost: [span] } : {};
}

function endOfLine(text: string, from: number): number {
  const found = /[\r\n]/.exec(text.slice(from, from + 5_000));
  return found ? from + found.index : Math.min(text.length, from + 5_000);
}

export const closingChecks: readonly CitationCheck[] = [malformedClose, unclosedReference, nested, stray];
