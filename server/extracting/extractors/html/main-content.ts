import { Readability } from '@mozilla/readability';
import { isShown } from '../../html/shown.ts';
import { isElement, isText, type Node, nodes, type TextNode, type Tree, textOf } from '../../html/tree.ts';
import { PageCopy } from './page-copy.ts';
import { plain } from './page-facts.ts';

/** What Readability takes to be what a page is about. */
export interface MainContent {
  /** The texts and pictures of the page that belong to it. */
  readonly kept: ReadonlySet<Node>;
  /** About how many characters of text the page shows in all. */
  readonly all: number;
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
}

/** Beyond so many elements the main content is not looked for: it would take longer than a page may. */
const MOST_ELEMENTS = 100_000;

/**
 * Finds what a page is about among what surrounds it. Which of the page's own texts belong to it is all that is taken
 * from Readability: their order and structure are the page's.
 * @returns why there is none, in a sentence, where none is found
 */
export function findMainContent(tree: Tree): MainContent | string {
  const copy = new PageCopy(tree.root, MOST_ELEMENTS);
  if (copy.tooLarge)
    return 'This page is too large, or its elements lie too deep within one another, to find its main content; the whole page was read instead.';
  const article = new Readability<object>(copy.document as never, {
    serializer: element => element,
    keepClasses: true,
  }).parse();
  if (!article?.content) return 'No main content was found; the whole page was read instead.';
  const kept = copy.sourcesIn(article.content);
  const said = plain(article.title);
  const title = keepTitle(tree.root, said, kept) ?? said;
  keepWhole(tree.root, kept);
  const author = plain(article.byline);
  const published = plain(article.publishedTime);
  return {
    kept,
    all: copy.characters,
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
  };
}

/**
 * Keeps the heading that says the title, which Readability leaves out; it stands before the main content.
 * @returns its line
 */
function keepTitle(root: Node, title: string | undefined, kept: Set<Node>): string | undefined {
  if (title === undefined) return undefined;
  for (const node of nodes(root)) {
    if (isText(node) && isKept(node, kept)) return undefined;
    if (!isElement(node) || !/^h[12]$/.test(node.tagName) || !isShown(node)) continue;
    const line = plain(textOf(node));
    if (line === undefined || !says(line, title)) continue;
    for (const part of nodes(node)) if (isText(part)) kept.add(part);
    return line;
  }
  return undefined;
}

/** Whether a heading is the title, which may have the site's name behind it. */
function says(line: string, title: string): boolean {
  if (!title.toLowerCase().startsWith(line.toLowerCase())) return false;
  return /^(?:$|\s*[|:\u00b7\u00bb\u2022-]|\s+[\u2013\u2014])/.test(title.slice(line.length));
}

/** Rows of tables and quotations are kept as a whole: without a cell or without who said it they would say something else. */
function keepWhole(root: Node, kept: Set<Node>): void {
  for (const node of nodes(root)) {
    if (node.nodeName !== 'tr' && node.nodeName !== 'blockquote') continue;
    const texts = [...nodes(node)].filter(isText);
    if (texts.some(text => isKept(text, kept))) for (const text of texts) kept.add(text);
  }
}

function isKept(text: TextNode, kept: ReadonlySet<Node>): boolean {
  return kept.has(text) && /\S/.test(text.value);
}
