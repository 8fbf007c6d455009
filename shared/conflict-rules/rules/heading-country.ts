import type { CheckedText } from '../../detectors/checked-text.ts';
import { findRows } from '../../detectors/structure/rows.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import type { Span } from '../../text/text-like.ts';
import type { Finding } from '../finding.ts';
import { found, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import type { TextRule } from '../rule.ts';
import { countryName, countryNamed } from '../text/countries.ts';
import { countriesUnder } from '../text/regions.ts';

const LONGEST_HEADING = 100;
/** Without a bullet, an entry is not longer than a line. */
const LONGEST_ENTRY = 160;

interface Heading {
  readonly words: string;
  readonly span: Span;
  readonly countries: ReadonlySet<string>;
}

/** An entry stands under the name of a part of the world that its country is not in. */
export const headingCountry: TextRule = {
  id: 'heading-country',
  version: 1,
  kind: 'classification-mismatch',
  severity: 'warning',
  label: 'Entries under a part of the world that their country is not in',
  compares: 'texts',
  reads: 'text',
  *examine(text): Iterable<Finding> {
    const { text: seen } = text.once(findSeen);
    let heading: Heading | undefined;
    for (const row of text.once(findRows)) {
      if (row.bullet) {
        if (heading) yield* entryUnder(text, heading, row);
        continue;
      }
      const words = seen
        .slice(row.start, Math.min(row.end, row.start + LONGEST_HEADING))
        .replace(/[\s:*_]+$/u, '')
        .replace(/^[\s*_]+/u, '');
      const countries = countriesUnder(words);
      if (countries) heading = { words, span: row, countries };
      else if (row.isGroup || row.heading !== undefined) heading = undefined;
      else if (heading && row.end - row.start < LONGEST_ENTRY) yield* entryUnder(text, heading, row);
      else heading = undefined;
    }
  },
};

function* entryUnder(text: CheckedText, heading: Heading, line: Span): Iterable<Finding> {
  const view = text.once(findSeen);
  const named = countriesOf(text, line);
  if (named.length === 0 || named.some(code => heading.countries.has(code))) return;
  const entry = view.raw(line);
  const place = view.raw(heading.span);
  const country = countryName(named[0]!);
  const given = {
    heading: heading.words,
    entry: text.text.slice(entry.start, entry.end).slice(0, 200),
    country,
  };
  yield found(headingCountry, {
    message: `${country} is not in ${heading.words}`,
    given,
    sides: [
      { value: heading.words, spans: [spanAt(text, place.start, place.end)] },
      { value: country, spans: [spanAt(text, entry.start, entry.end)] },
    ],
    grounds: [
      speaksFor('heading-country.listed', `An entry of ${country} stands under “${heading.words}”`, given),
    ],
    key: `heading-country|${heading.words.toLowerCase()}|${named[0]}`,
  });
}

/** The countries of an entry: by its flags, else by the brackets or the words behind a comma or dash at its end. */
function countriesOf(text: CheckedText, line: Span): string[] {
  const view = text.once(findSeen);
  const flags = view
    .marksIn({ start: Math.max(0, line.start - 1), end: line.end })
    .flatMap(mark => (mark.kind === 'flag' ? (countryNamed(mark.country) ?? []) : []));
  if (flags.length > 0) return flags;
  const words = view.text.slice(line.start, line.end).trim();
  const last = /(?:\(([^()]{2,40})\)|[,–—]\s*([^,()–—]{2,40}))[.;]?$/u.exec(words);
  const code = countryNamed((last?.[1] ?? last?.[2] ?? '').trim()) ?? countryNamed(words);
  return code === undefined ? [] : [code];
}
