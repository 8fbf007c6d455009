import { Readability } from '@mozilla/readability';
import { isText, type Node, nodes, type TextNode, type Tree } from '../../html/tree.ts';
import { keepHead } from './headline.ts';
import { PageCopy } from './page-copy.ts';
import { plain } from './page-facts.ts';

/** What Readability takes to be what a page is about. */
export interface MainContent {
  /** The texts and pictures of the page that belong to it. */
  readonly kept: ReadonlySet<Node>;
  /** How much text the page shows in all, in UTF-16 code units without white space. */
  readonly all: number;
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
}

/** Why a page has none, as remarks have it. */
export type NoMainContent = 'main-too-large' | 'main-not-found';

/** Beyond so many elements the main content is not looked for: it would take longer than a page may. */
const MOST_ELEMENTS = 100_000;

/**
 * Finds what a page is about among what surrounds it. Which of the page's own texts belong to it is all that is taken
 * from Readability: their order and structure are the page's.
 * @returns why there is none where none is found
 */
export function findMainContent(tree: Tree): MainContent | NoMainContent {
  const copy = new PageCopy(tree.root, MOST_ELEMENTS);
  if (copy.tooLarge) return 'main-too-large';
  const article = new Readability<object>(copy.document as never, {
    serializer: element => element,
    keepClasses: true,
  }).parse();
  if (!article?.content) return 'main-not-found';
  const kept = copy.sourcesIn(article.content);
  const said = plain(article.title);
  const author = plain(article.byline);
  const title = keepHead(tree.root, kept, said, author) ?? said;
  keepWhole(tree.root, kept);
  const published = plain(article.publishedTime);
  return {
    kept,
    all: copy.characters,
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
  };
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
