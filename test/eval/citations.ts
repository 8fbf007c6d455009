import { citeErrors } from '../../shared/citations/wiki/cite-errors.ts';
import { citeTags } from '../../shared/citations/wiki/note-tags.ts';
import { scanWikitext } from '../../shared/markup/wikitext/scan.ts';
import { printTable } from '../bench/figures.ts';
import { dataText, evalFolder } from './data.ts';

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

/** How often we are right that the Cite extension shows an error on a page. */
function againstCite(): void {
  const pages = pagesOf(dataText(evalFolder, 'wikitext', 'citeParserTests.txt'));
  const judged = pages.map(page => ({
    ...page,
    codes: [
      ...new Set(citeErrors(citeTags(page.wikitext, scanWikitext(page.wikitext))).map(one => one.code)),
    ],
  }));
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
  if (!process.argv.includes('--verbose')) return;
  for (const { name, isWrong, codes } of judged)
    if (codes.length > 0 !== isWrong)
      console.log(`  ${isWrong ? 'missed' : `wrong: ${codes.join(', ')}`}: ${name}`);
}

export function run(): void {
  againstCite();
}
