import { isShown } from '../../html/shown.ts';
import { type Element, isElement, isText, type Node, nodes, type TextNode, textOf } from '../../html/tree.ts';
import { plain } from './page-facts.ts';

/** What classes of elements are called that say who wrote something, when, and what it is about. */
const BYLINE = /byline|author|dateline|writtenby|publish|pubdate|post-?date|standfirst/i;
const SAYING = new Set(['rel', 'itemprop']);
const AUTHOR = /(?:^|\s)(?:author|datePublished)(?:\s|$)/i;
const LINES = /^(?:p|h[1-4]|time|address)$/;
/** A line that names who wrote something is no longer, in UTF-16 code units. */
const LONGEST_BYLINE = 250;
/** So much of an element's text is looked at, white space with it. */
const LOOKED_AT = 2000;
/** Text of such a length is no more of the head of an article. */
const PARAGRAPH = 100;

/**
 * Keeps the head of an article: its headline, who wrote it and when. Readability takes those out of the main content.
 * @param kept what belongs to the main content, added to
 * @param title what Readability takes for the title
 * @param author what it takes for the author's line
 * @returns the title without what stands behind it, where the headline says it
 */
export function keepHead(root: Node, kept: Set<Node>, title?: string, author?: string): string | undefined {
  const headline = findHeadline(root, kept, title);
  if (!headline) return undefined;
  const header = headerOf(headline);
  let behind = false;
  for (const node of nodes(root)) {
    if (node === headline) behind = true;
    else if (!behind) continue;
    else if (isText(node) && isParagraph(node, kept)) break;
    else if (isElement(node) && isShown(node)) {
      const inHeader = header !== undefined && LINES.test(node.tagName) && isWithin(node, header);
      if (inHeader || isByline(node, author)) keepText(node, kept);
    }
  }
  keepText(headline, kept);
  const line = plain(textOf(headline));
  return line !== undefined && title !== undefined && says(line, title) ? line : undefined;
}

/** The heading that says the title, otherwise the last of the first rank before the main content. */
function findHeadline(root: Node, kept: ReadonlySet<Node>, title: string | undefined): Element | undefined {
  let headline: Element | undefined;
  for (const node of nodes(root)) {
    if (isText(node) && isParagraph(node, kept)) break;
    if (!isElement(node) || !/^h[12]$/.test(node.tagName) || !isShown(node)) continue;
    const line = plain(textOf(node, LOOKED_AT));
    if (line === undefined) continue;
    if (title !== undefined && says(line, title)) return node;
    if (node.tagName === 'h1') headline = node;
  }
  return headline;
}

/** Whether a heading is the title, which may have the site's name behind it. */
function says(line: string, title: string): boolean {
  if (!title.toLowerCase().startsWith(line.toLowerCase())) return false;
  return /^(?:$|\s*[|:\u00b7\u00bb\u2022-]|\s+[\u2013\u2014])/.test(title.slice(line.length));
}

function isByline(element: Element, author: string | undefined): boolean {
  const telling =
    element.tagName === 'time' ||
    element.attrs.some(({ name, value }) =>
      name === 'class' || name === 'id' ? BYLINE.test(value) : SAYING.has(name) && AUTHOR.test(value),
    );
  if (!telling && (author === undefined || !LINES.test(element.tagName))) return false;
  const line = plain(textOf(element, LOOKED_AT));
  return line !== undefined && line.length < LONGEST_BYLINE && (telling || line === author);
}

/** The header of the article that a headline stands in; that of the site is none. */
function headerOf(headline: Element): Element | undefined {
  let header: Element | undefined;
  for (let up = headline.parentNode; up && isElement(up); up = up.parentNode) {
    if (up.tagName === 'header') header ??= up;
    if (up.tagName === 'article' || up.tagName === 'main') return header;
  }
  return undefined;
}

function isWithin(element: Element, outer: Element): boolean {
  for (let up = element.parentNode; up && isElement(up); up = up.parentNode) if (up === outer) return true;
  return false;
}

function isParagraph(text: TextNode, kept: ReadonlySet<Node>): boolean {
  return kept.has(text) && text.value.trim().length > PARAGRAPH;
}

function keepText(element: Element, kept: Set<Node>): void {
  for (const node of nodes(element)) if (isText(node)) kept.add(node);
}
