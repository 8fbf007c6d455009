import { SaxesParser } from 'saxes';
import { Unextractable } from '../../extractor.ts';

/** A revision of a page; its text stands in the export between two offsets, as XML has it. */
export interface PageRevision {
  readonly id: number;
  readonly timestamp?: string;
  readonly contributor?: string;
  /** `wikitext` unless the page holds something else: a module, a style sheet. */
  readonly model?: string;
  readonly from: number;
  readonly to: number;
}

export interface ExportedPage {
  readonly id: number;
  readonly title: string;
  /** The page it stands for, where it is a redirect. */
  readonly redirect?: string;
  /** Those that have text, newest first. */
  readonly revisions: readonly PageRevision[];
}

export interface Export {
  readonly site?: string;
  readonly language?: string;
  readonly pages: readonly ExportedPage[];
}

const DEEPEST = 100;
const LONGEST_FIELD = 2000;
type Building<T> = { -readonly [K in keyof T]?: T[K] };

/**
 * Reads what stands in an export, and where. The XML is gone through once, and no entity but the five of XML itself is
 * resolved.
 * @throws Unextractable where it is not well-formed, or declares a document type
 */
export function readExport(xml: string): Export {
  const reader = new Reader(xml);
  const parser = new SaxesParser({ xmlns: false });
  parser.on('doctype', () => {
    throw new Unextractable(
      'This export declares a document type, which MediaWiki never does and which can be used to do harm; it is not read.',
    );
  });
  parser.on('error', error => {
    const cut = parser.position >= xml.length;
    throw new Unextractable(
      cut
        ? 'This export is cut off before its end. Export the pages again.'
        : `This export is not well-formed XML (${error.message.replace(/\.$/, '')}). Export the pages again.`,
    );
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes, parser.position));
  parser.on('closetag', ({ name }) => reader.close(name, parser.position));
  parser.on('text', text => reader.text(text));
  parser.on('cdata', text => reader.text(text));
  parser.write(xml).close();
  return reader.read();
}

class Reader {
  readonly #xml: string;
  readonly #path: string[] = [];
  readonly #pages = new Map<number, Building<ExportedPage> & { id: number; revisions: PageRevision[] }>();
  #export: Building<Export> = {};
  #page: Building<ExportedPage> & { revisions: PageRevision[] } = { revisions: [] };
  #revision: Building<PageRevision> = {};
  #field = '';

  constructor(xml: string) {
    this.#xml = xml;
  }

  open(name: string, attributes: Record<string, string>, at: number): void {
    this.#path.push(name);
    this.#field = '';
    if (this.#path.length > DEEPEST)
      throw new Unextractable(`Elements of this export lie within one another more than ${DEEPEST} deep.`);
    const path = this.#at();
    if (path === 'mediawiki') this.#export.language = attributes['xml:lang'] ?? '';
    else if (path === 'mediawiki/page') this.#page = { revisions: [] };
    else if (path === 'mediawiki/page/redirect') this.#page.redirect = attributes.title ?? '';
    else if (path === 'mediawiki/page/revision') this.#revision = {};
    else if (path === 'mediawiki/page/revision/text') this.#revision.from = at;
  }

  text(text: string): void {
    if (this.#field.length < LONGEST_FIELD) this.#field += text.slice(0, LONGEST_FIELD);
  }

  close(_name: string, at: number): void {
    const path = this.#at();
    const field = this.#field.trim();
    this.#path.pop();
    switch (path) {
      case 'mediawiki/siteinfo/sitename':
        this.#export.site = field;
        break;
      case 'mediawiki/page/title':
        this.#page.title = field;
        break;
      case 'mediawiki/page/id':
        this.#page.id = whole(field);
        break;
      case 'mediawiki/page/revision/id':
        this.#revision.id = whole(field);
        break;
      case 'mediawiki/page/revision/timestamp':
        this.#revision.timestamp = field;
        break;
      case 'mediawiki/page/revision/model':
        this.#revision.model = field;
        break;
      case 'mediawiki/page/revision/contributor/username':
      case 'mediawiki/page/revision/contributor/ip':
        this.#revision.contributor = field;
        break;
      case 'mediawiki/page/revision/text':
        this.#revision.to = Math.max(this.#revision.from ?? at, this.#xml.lastIndexOf('</', at - 1));
        break;
      case 'mediawiki/page/revision':
        this.#endRevision();
        break;
      case 'mediawiki/page':
        this.#endPage();
        break;
    }
    this.#field = '';
  }

  read(): Export {
    const pages = [...this.#pages.values()].map(page => ({
      ...page,
      title: page.title ?? '',
      revisions: page.revisions.sort(newestFirst),
    }));
    return { ...this.#export, pages };
  }

  #at(): string {
    return this.#path.length > 5 ? '' : this.#path.join('/');
  }

  #endRevision(): void {
    const { id = this.#page.revisions.length + 1, from, to } = this.#revision;
    if (from === undefined || to === undefined || to <= from || !/\S/.test(this.#xml.slice(from, to))) return;
    this.#page.revisions.push({ ...this.#revision, id, from, to });
  }

  /** A page that stands there several times is one page. */
  #endPage(): void {
    const { id = this.#pages.size + 1, revisions } = this.#page;
    const known = this.#pages.get(id);
    if (known) known.revisions.push(...revisions);
    else this.#pages.set(id, { ...this.#page, id });
  }
}

function whole(field: string): number {
  const id = Number(field);
  if (!Number.isSafeInteger(id) || id < 0)
    throw new Unextractable(
      `This export names a page or a revision by “${field.slice(0, 40)}”, which is no number.`,
    );
  return id;
}

function newestFirst(a: PageRevision, b: PageRevision): number {
  const [before = '', after = ''] = [a.timestamp, b.timestamp];
  return before === after ? b.id - a.id : before < after ? 1 : -1;
}
