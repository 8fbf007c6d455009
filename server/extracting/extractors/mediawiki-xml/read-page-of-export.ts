import { type Remark, remark } from '../../../../shared/derivation/remarks.ts';
import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { type Choice, type Extracted, Unextractable } from '../../extractor.ts';
import { TextBuilder } from '../../text-builder.ts';
import { type Export, type ExportedPage, type PageRevision, readExport } from './read-export.ts';
import { xmlPieces } from './xml-pieces.ts';

/** What is wikitext; pages can also hold programs, data and style sheets. */
const WIKITEXT = 'wikitext';

/**
 * Reads a MediaWiki export, out of which pages are taken.
 * @returns what takes one page out of it, in one revision, by the options `part`, the page's id, and `revision`, the
 * revision's id, the newest where nothing is said; it throws Unextractable where there is no such page
 * @throws Unextractable where no page has text
 */
export function openExport(xml: string): (options: ExtractionOptions) => Extracted {
  const read = readExport(xml);
  const pages = readable(read);
  if (pages.length === 0)
    throw new Unextractable(
      'No page of this export has any text. Export the pages again with their current revisions.',
    );
  const part = parts(pages);
  const byId = new Map(pages.map(page => [page.id, page]));
  return options => {
    const { part: id } = options;
    const page = id === undefined ? pages[0] : byId.get(id as number);
    if (!page) throw new Unextractable(`There is no page ${id} with text in this export.`);
    return readPageOfExport(xml, read, page, part, options);
  };
}

function readPageOfExport(
  xml: string,
  read: Export,
  page: ExportedPage,
  part: Choice,
  options: ExtractionOptions,
): Extracted {
  const revision = chosenRevision(page, options.revision);
  const builder = new TextBuilder();
  for (const { text, from, to } of xmlPieces(xml.slice(revision.from, revision.to), revision.from))
    builder.add(text, { from, to });
  const wikitext = (revision.model ?? WIKITEXT) === WIKITEXT;
  return {
    ...builder.build(),
    options: { part: page.id, revision: revision.id },
    choices: [part, ...revisions(page)],
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

function chosenRevision({ title, revisions }: ExportedPage, id: unknown): PageRevision {
  const found = id === undefined ? revisions[0] : revisions.find(one => one.id === id);
  if (!found)
    throw new Unextractable(`There is no revision ${String(id)} with text of “${title}” in this export.`);
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

function remarksOn({ site = '' }: Export, page: ExportedPage, revision: PageRevision): Remark[] {
  const { id, timestamp = '', contributor = '', model } = revision;
  return [
    remark('wiki-revision', { id, when: timestamp, by: contributor, site }),
    ...(page.redirect === undefined ? [] : [remark('wiki-redirect', { to: page.redirect })]),
    ...(model === undefined || model === WIKITEXT ? [] : [remark('wiki-model', { model })]),
  ];
}
