import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { type Choice, type Extracted, Unextractable } from '../../extractor.ts';
import { TextBuilder } from '../../text-builder.ts';
import { type Export, type ExportedPage, type PageRevision, readExport } from './read-export.ts';
import { xmlPieces } from './xml-pieces.ts';

/** What is wikitext; pages can also hold programs, data and style sheets. */
const WIKITEXT = 'wikitext';

/**
 * Takes one page out of a MediaWiki export, in one revision.
 * @param options `part`: the page's id; `revision`: the revision's id, the newest where nothing is said
 * @throws Unextractable where there is no such page, or none with text
 */
export function readPageOfExport(xml: string, options: ExtractionOptions): Extracted {
  const read = readExport(xml);
  const pages = readable(read);
  if (pages.length === 0) throw new Unextractable('No page of this export has any text.');
  const page = chosen(pages, options.part, 'page');
  const revision = chosen(page.revisions, options.revision, 'revision');
  const builder = new TextBuilder();
  for (const { text, from, to } of xmlPieces(xml.slice(revision.from, revision.to), revision.from))
    builder.add(text, { from, to });
  const wikitext = (revision.model ?? WIKITEXT) === WIKITEXT;
  return {
    ...builder.build(),
    options: { part: page.id, revision: revision.id },
    choices: [parts(pages), ...revisions(page)],
    mediaType: wikitext ? 'text/x-wiki' : 'text/plain',
    ...(page.title === '' ? {} : { title: page.title }),
    ...(read.language ? { language: read.language } : {}),
    remarks: remarksOn(read, page, revision),
  };
}

/** Pages with text; those that stand only for others come last. */
function readable({ pages }: Export): ExportedPage[] {
  const full = pages.filter(({ revisions }) => revisions.length > 0);
  const redirects = (page: ExportedPage) => page.redirect !== undefined;
  return [...full.filter(page => !redirects(page)), ...full.filter(redirects)];
}

function chosen<T extends { id: number }>(from: readonly T[], id: unknown, what: string): T {
  const found = id === undefined ? from[0] : from.find(one => one.id === id);
  if (!found) throw new Unextractable(`There is no ${what} ${String(id)} with text in this export.`);
  return found;
}

function parts(pages: readonly ExportedPage[]): Choice {
  const values = pages.map(({ id, title, redirect }) => ({
    value: id,
    label: redirect === undefined ? title : `${title} → ${redirect}`,
  }));
  return { name: 'part', values };
}

function revisions({ revisions }: ExportedPage): Choice[] {
  if (revisions.length < 2) return [];
  const values = revisions.map(({ id, timestamp, contributor }) => ({
    value: id,
    label: [timestamp, contributor].filter(Boolean).join(', ') || String(id),
  }));
  return [{ name: 'revision', values }];
}

function remarksOn({ site }: Export, page: ExportedPage, revision: PageRevision): string[] {
  const { timestamp, contributor, model } = revision;
  const of = timestamp ? ` of ${timestamp}` : '';
  const by = contributor ? `, by ${contributor}` : '';
  const from = site ? ` from ${site}` : '';
  return [
    `This is revision ${revision.id}${of}${by}${from}.`,
    ...(page.redirect === undefined ? [] : [`The page only redirects to ${page.redirect}.`]),
    ...(model === undefined || model === WIKITEXT ? [] : [`The page holds no wikitext but ${model}.`]),
  ];
}
