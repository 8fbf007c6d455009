import * as chrono from 'chrono-node';
import { readDate } from '../../shared/values/dates/read-date.ts';
import { printTable } from '../bench/figures.ts';
import { dataJson, evalFolder } from './data.ts';

interface Case {
  readonly lang: string;
  readonly text: string;
  readonly edtf: string;
  readonly from: string;
}

const NAMED: Readonly<Record<string, string>> = {
  english: 'en',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
  german: 'de',
  portuguese: 'pt',
  russian: 'ru',
  ukrainian: 'uk',
  polish: 'pl',
  serbian: 'sr',
  croatian: 'hr',
  czech: 'cs',
  bangla: 'bn',
};
const ELEVEN = new Set('en es fr it pt de ru uk pl sr hr'.split(' '));
const languageOf = ({ lang }: Case) => NAMED[lang] ?? lang;

/**
 * How many public cases with a written year are read as their makers meant them, beside chrono-node; which are not; and
 * how many numeric dates whose day and month could change places are settled without saying so.
 */
export function run(): void {
  const cases = dataJson<readonly Case[]>(evalFolder, 'dates', 'dates.json');
  const eleven = cases.filter(one => ELEVEN.has(languageOf(one)));
  const groups: readonly (readonly [string, readonly Case[]])[] = [
    ['duckling, eleven languages', eleven.filter(({ from }) => from === 'duckling')],
    ['dateparser, eleven languages', eleven.filter(({ from }) => from !== 'duckling')],
    ['eleven languages', eleven],
    ['all languages', cases],
    ...[...new Set(cases.map(languageOf))]
      .sort()
      .map(language => [language, cases.filter(one => languageOf(one) === language)] as const),
  ];
  printTable(
    'Dates read as meant (share)',
    ['cases', 'read', 'chrono-node', 'of'],
    groups.map(([name, group]) => [name, share(group, read), share(group, byChrono), String(group.length)]),
  );
  printWrong(cases);
  printAmbiguous(cases);
}

const share = (cases: readonly Case[], reader: (one: Case) => string | undefined): string =>
  (cases.filter(one => reader(one) === one.edtf).length / cases.length).toFixed(3);

function read(one: Case): string | undefined {
  return readDate(one.text, { language: languageOf(one) })?.edtf;
}

interface ChronoLocale {
  parse(text: string): chrono.ParsedResult[];
}

/** The first date that chrono-node finds with its parser for the language, as far as it is certain of its parts. */
function byChrono(one: Case): string | undefined {
  const locales = chrono as unknown as Readonly<Record<string, ChronoLocale | undefined>>;
  const locale = locales[languageOf(one)] ?? chrono.en;
  const start = locale.parse(one.text)[0]?.start;
  if (!start?.isCertain('year')) return undefined;
  const parts = [String(start.get('year')).padStart(4, '0')];
  for (const part of ['month', 'day'] as const) {
    if (!start.isCertain(part) && !(part === 'day' && start.isCertain('weekday'))) break;
    parts.push(String(start.get(part)).padStart(2, '0'));
  }
  return parts.join('-');
}

function printWrong(cases: readonly Case[]): void {
  const wrong = cases.filter(one => ELEVEN.has(languageOf(one)) && read(one) !== one.edtf);
  console.log(`\nNot read as meant in the eleven languages: ${wrong.length}`);
  for (const one of wrong)
    console.log(`  ${languageOf(one)} “${one.text}”: meant ${one.edtf}, read ${read(one) ?? 'nothing'}`);
}

/** Numeric dates that could be read two ways: every one of them is either kept as a set or marked as assumed. */
function printAmbiguous(cases: readonly Case[]): void {
  const ambiguous = cases.filter(({ text }) => {
    const groups = /(?<!\d)(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
    return (
      groups && Number(groups[1]) <= 12 && Number(groups[3]) <= 12 && Number(groups[1]) !== Number(groups[3])
    );
  });
  const values = ambiguous.map(one => readDate(one.text, { language: languageOf(one) }));
  const kept = values.filter(value => value?.edtf.startsWith('[')).length;
  const assumed = values.filter(value => value?.assumed?.includes('day-first-by-language')).length;
  const dotted = ambiguous.filter(
    (one, i) => /\d\.\d/.test(one.text) && !values[i]?.assumed && !values[i]?.edtf.startsWith('['),
  ).length;
  const silent = values.filter(Boolean).length - kept - assumed - dotted;
  console.log(
    `\nDay and month could change places in ${ambiguous.length}: kept open ${kept}, day first by the language and marked so ${assumed}, with points in a language that writes days first ${dotted}, settled silently ${silent}.`,
  );
}
