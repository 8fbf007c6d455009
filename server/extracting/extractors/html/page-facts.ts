import { attribute, findElement, isElement, type Node, nodes, textOf } from '../../html/tree.ts';

/** What a page says of itself. */
export interface PageFacts {
  readonly title?: string;
  readonly language?: string;
  readonly author?: string;
  readonly published?: string;
  readonly site?: string;
}

const LONGEST = 300;
const NAMES = {
  title: ['og:title', 'citation_title', 'dc.title', 'twitter:title'],
  author: ['author', 'citation_author', 'dc.creator', 'article:author'],
  published: ['article:published_time', 'citation_publication_date', 'dc.date', 'date'],
  site: ['og:site_name', 'application-name'],
  language: ['content-language', 'dc.language'],
} as const;

/** Reads a page's title, language, author, day and site from its head. */
export function readFacts(root: Node): PageFacts {
  const said = new Map<string, string>();
  const head = findElement(root, 'head');
  for (const node of head ? nodes(head) : []) {
    if (!isElement(node) || node.tagName !== 'meta') continue;
    const name = attribute(node, 'property') ?? attribute(node, 'name') ?? attribute(node, 'http-equiv');
    const content = plain(attribute(node, 'content'));
    const key = name?.trim().toLowerCase();
    if (key && content && !said.has(key)) said.set(key, content);
  }
  const told = (names: readonly string[]) =>
    names.map(name => said.get(name)).find(value => value !== undefined);
  const titleElement = head && findElement(head, 'title');
  const page = findElement(root, 'html');
  const author = told(NAMES.author);
  return dropUndefined({
    title: plain(titleElement && textOf(titleElement)) ?? told(NAMES.title),
    language: plain(page && (attribute(page, 'lang') ?? attribute(page, 'xml:lang'))) ?? told(NAMES.language),
    // Some sites put the address of a profile there.
    author: author && /^https?:/i.test(author) ? undefined : author,
    published: told(NAMES.published),
    site: told(NAMES.site),
  });
}

/** @returns a value on one line, not too long; undefined where nothing is in it. */
export function plain(value: string | null | undefined): string | undefined {
  const line = value?.replace(/\s+/g, ' ').trim().slice(0, LONGEST).trim();
  return line || undefined;
}

function dropUndefined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
