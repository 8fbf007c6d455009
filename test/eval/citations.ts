import { citationRules } from '../../shared/conflict-rules/citations.ts';
import type { Known } from '../../shared/conflict-rules/known.ts';
import { CheckedText } from '../../shared/detectors/checked-text.ts';
import { citations } from '../../shared/detectors/citations.ts';
import type { Range } from '../../shared/model/anchor.ts';
import { printTable } from '../bench/figures.ts';
import { dataJson, dataText, evalFolder, goldFolder } from './data.ts';
import { seedTexts } from './seed-texts.ts';

const NOTHING_KNOWN: Known = { entities: [], sources: new Map(), evidence: new Map(), texts: new Map() };

const isVerbose = process.argv.includes('--verbose');

interface Page {
  readonly name: string;
  readonly wikitext: string;
  /** Whether the Cite extension shows an error on it. */
  readonly isWrong: boolean;
}

/** Reads a file of MediaWiki's parser tests. */
function pagesOf(file: string): Page[] {
  const pages: Page[] = [];
  let sections = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of file.split('\n')) {
    const head = /^!!\s*([\w/+-]+)/.exec(line)?.[1];
    if (head === undefined) lines?.push(line);
    else if (head === 'end') {
      const of = (key: string) => sections.get(key)?.join('\n') ?? '';
      const shown = [...sections]
        .filter(([key]) => key.startsWith('html'))
        .map(([, text]) => text.join('\n'));
      const isWrong = shown.some(one => /mw-ext-cite-error|"cite_error/.test(one));
      if (sections.has('test')) pages.push({ name: of('test').trim(), wikitext: of('wikitext'), isWrong });
      sections = new Map();
      lines = undefined;
    } else {
      lines = [];
      sections.set(head, lines);
    }
  }
  return pages;
}

/** Ids of the checks that find an error in a page of wikitext. */
function errorsOf(text: string): string[] {
  const checked = new CheckedText({ documentId: 'page', text, mediaType: 'text/x-wiki' });
  const found = citationRules.flatMap(rule => [...rule.examine(checked, [], NOTHING_KNOWN)]);
  return [...new Set(found.flatMap(one => (one.severity === 'error' ? [one.rule] : [])))];
}

/** How often we are right that the Cite extension shows an error on a page. */
function againstCite(): void {
  const pages = pagesOf(dataText(evalFolder, 'wikitext', 'citeParserTests.txt'));
  const judged = pages.map(page => ({ ...page, codes: errorsOf(page.wikitext) }));
  const count = (isWrong: boolean, isFound: boolean) =>
    judged.filter(one => one.isWrong === isWrong && one.codes.length > 0 === isFound).length;
  const [hit, missed, alarm, quiet] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  printTable(
    'Error or no error, as the Cite extension shows it',
    ['pages', 'P', 'R', 'right'],
    [[pages.length, hit / (hit + alarm), hit / (hit + missed), (hit + quiet) / pages.length]],
  );
  if (!isVerbose) return;
  for (const { name, isWrong, codes } of judged)
    if (codes.length > 0 !== isWrong)
      console.log(`  ${isWrong ? 'missed' : `wrong: ${codes.join(', ')}`}: ${name}`);
}

interface Labelled {
  readonly doc: string;
  readonly type: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** How many of the citations that a careful reader marked are proposed, and what else is. */
function againstReader(): void {
  const wanted = dataJson<readonly Labelled[]>(goldFolder, 'claims.json').filter(
    one => one.type === 'citation',
  );
  let [exact, overlapping, proposed, junk] = [0, 0, 0, 0];
  for (const { documentId, checked } of seedTexts()) {
    const marked = wanted.filter(one => one.doc === documentId);
    const found = [...citations.detect(checked)].map(one => one.ranges[0]!);
    const touches = (a: Range, b: Range) => a.start < b.end && b.start < a.end;
    for (const one of marked) {
      const isExact = found.some(range => range.start === one.start && range.end === one.end);
      if (isExact) exact++;
      else if (found.some(range => touches(range, one))) overlapping++;
      if (!isExact && isVerbose) console.log(`  missed: ${one.quote.slice(0, 100)}`);
    }
    proposed += found.length;
    for (const range of found) {
      if (marked.some(one => touches(range, one))) continue;
      junk++;
      if (isVerbose) console.log(`  junk: ${checked.text.slice(range.start, range.end).slice(0, 100)}`);
    }
  }
  printTable(
    'Citations proposed in the seed texts',
    ['marked', 'exact', 'overlapping', 'proposed', 'junk'],
    [[wanted.length, exact / wanted.length, overlapping / wanted.length, proposed, junk / proposed]],
  );
}

/** Every error and warning in the seed texts, and how often every check finds something. */
function inSeeds(): void {
  const found = seedTexts().flatMap(({ checked }) =>
    citationRules
      .filter(rule => !rule.asked)
      .flatMap(rule => [...rule.examine(checked, [], NOTHING_KNOWN)].map(finding => ({ finding, checked }))),
  );
  const counts = new Map<string, number>();
  for (const { finding } of found) {
    const key = `${finding.severity} ${finding.rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  printTable(
    'What the checks find in the seed texts',
    ['severity and check', 'findings'],
    [...counts].sort().map(([key, count]) => [key, String(count)]),
  );
  for (const { finding } of found) {
    if (!isVerbose && finding.severity !== 'error' && finding.severity !== 'warning') continue;
    const [{ spans }] = finding.sides as readonly [(typeof finding.sides)[0]];
    const { documentId, start, end } = spans[0]!;
    console.log(
      `  ${finding.severity} ${finding.rule} ${documentId}:${start}–${end} ${finding.message.slice(0, 160)}`,
    );
  }
}

export function run(): void {
  againstCite();
  againstReader();
  inSeeds();
}
