import type { CheckedText } from '../../detectors/checked-text.ts';
import { readFootnote } from '../footnote.ts';
import { citationsOf, type FoundCitation } from '../found-citation.ts';
import { gather } from '../gather.ts';
import { findLanguages } from '../language-notes.ts';
import { type CitationCheck, checkOf, sideOf } from './check.ts';
import { openSign } from './quotes.ts';

/** Footnotes in plain words, with what they say. */
function footnotesOf(checked: CheckedText): { note: FoundCitation; from: number; words: string }[] {
  return checked
    .once(citationsOf)
    .filter(one => one.form === 'footnote')
    .map(note => ({ note, from: note.note!.words, words: checked.text.slice(note.note!.words, note.end) }));
}

const emptyPlace: CitationCheck = checkOf({
  id: 'footnote-publisher-empty',
  severity: 'warning',
  label: 'Footnotes whose place for the publisher is empty',
  *find(checked) {
    for (const { note, from, words } of checked.once(footnotesOf)) {
      const hole = /[([]\s{0,3},[^()[\]]{0,200}(?:[)\]]|$)|[([]\s{0,3}[)\]]|«\s{0,3}»|“\s{0,3}”/u.exec(words);
      if (!hole) continue;
      const start = from + hole.index;
      yield {
        message: `Something is missing in ${hole[0].slice(0, 60)}.`,
        given: { words: hole[0] },
        about: [note.name ?? '', words.slice(0, 120)],
        sides: [sideOf(checked.text, { start, end: start + hole[0].length })],
      };
    }
  },
});

const brokenBracket: CitationCheck = checkOf({
  id: 'footnote-bracket-broken',
  severity: 'warning',
  label: 'Footnotes with a bracket that nothing closes',
  *find(checked) {
    for (const { note, from, words } of checked.once(footnotesOf)) {
      const sign = words.length < 3_000 ? openSign(words) : undefined;
      if (sign === undefined) continue;
      const at = '([«“'.includes(sign) ? words.indexOf(sign) : words.lastIndexOf(sign);
      const isRemnant = words.startsWith(' ', at + 1);
      yield {
        message: `Nothing goes with the “${sign}”.`,
        given: { sign },
        about: [note.name ?? '', words.slice(0, 120), sign],
        sides: [sideOf(checked.text, { start: from + at, end: from + at + 1 })],
        ...(isRemnant ? { edits: [{ start: from + at, end: from + at + 2, text: '' }] } : {}),
      };
    }
  },
});

const languageTwice: CitationCheck = checkOf({
  id: 'footnote-language-twice',
  severity: 'info',
  label: 'Footnotes that give their language twice',
  *find(checked) {
    for (const { note, from, words } of checked.once(footnotesOf)) {
      const found = findLanguages(words);
      const again = found.find((one, i) => found.slice(0, i).some(other => other.language === one.language));
      if (!again) continue;
      const first = found.find(one => one.language === again.language)!;
      const at = (span: { start: number; end: number }) => ({
        start: from + span.start,
        end: from + span.end,
      });
      const before = words.slice(0, again.start).length - words.slice(0, again.start).trimEnd().length;
      yield {
        message: `The footnote gives its language twice: ${first.words} and ${again.words}.`,
        given: { first: first.words, again: again.words },
        about: [note.name ?? '', words.slice(0, 120)],
        sides: [sideOf(checked.text, at(first)), sideOf(checked.text, at(again))],
        edits: [{ start: from + again.start - before, end: from + again.end, text: '' }],
      };
    }
  },
});

const bareTitle: CitationCheck = checkOf({
  id: 'footnote-title-only',
  severity: 'info',
  label: 'Footnotes that give nothing but a title',
  *find(checked) {
    for (const { note, words } of checked.once(footnotesOf)) {
      // Whole sentences are remarks, not sources.
      if (words.length > 200 || /[.!?…:;]["”»)]?\s*$/u.test(words) || !/\p{L}{3}/u.test(words)) continue;
      const { csl } = readFootnote(checked.text.slice(note.start, note.end), checked.context) ?? {};
      if (!csl || csl.issued || csl.author || csl.URL || csl['container-title'] || /[(\d]|,\s/.test(words))
        continue;
      yield {
        message: 'The footnote has a title alone: neither author nor publisher, date or address.',
        given: {},
        about: [words],
        sides: [sideOf(checked.text, note)],
      };
    }
  },
});

const lostMark: CitationCheck = checkOf({
  id: 'footnote-missing',
  severity: 'warning',
  label: 'Marks in the text that point at no footnote',
  *find(checked) {
    const notes = checked.once(footnotesOf);
    if (notes.length === 0) return;
    const numbers = new Set(notes.map(({ note }) => note.name));
    const lost = gather(checked.once(citationsOf), ({ form, name }) =>
      form === 'mark' && !numbers.has(name) ? name : undefined,
    );
    for (const [number, marks] of lost)
      yield {
        message: `There is no footnote ${number}.`,
        given: { number },
        about: [number],
        severity: /^\d+$/.test(number) ? 'warning' : 'info',
        sides: [sideOf(checked.text, ...marks)],
      };
  },
});

const idleNote: CitationCheck = checkOf({
  id: 'footnote-unused',
  severity: 'info',
  label: 'Footnotes to which no mark in the text points',
  *find(checked) {
    const marks = new Set(checked.once(citationsOf).flatMap(one => (one.form === 'mark' ? [one.name] : [])));
    if (marks.size === 0) return;
    for (const { note } of checked.once(footnotesOf)) {
      if (marks.has(note.name)) continue;
      yield {
        message: `No mark in the text points at footnote ${note.name}.`,
        given: { number: note.name ?? '' },
        about: [note.name ?? ''],
        sides: [sideOf(checked.text, note)],
      };
    }
  },
});

export const footnoteChecks: readonly CitationCheck[] = [
  ...[emptyPlace, brokenBracket, languageTwice, bareTitle, lostMark, idleNote],
];
