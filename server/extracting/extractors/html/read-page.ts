import { ownChoice } from '../../../../shared/derivation/own-values.ts';
import { type Remark, remark } from '../../../../shared/derivation/remarks.ts';
import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { type Extracted, Unextractable } from '../../extractor.ts';
import { hideByRules } from '../../html/hide-by-rules.ts';
import { remarksOn } from '../../html/remarks.ts';
import { findElement, nodes, parseTree, type Tree } from '../../html/tree.ts';
import { type Walked, walkTree } from '../../html/walk.ts';
import { findMainContent, type MainContent, type NoMainContent } from './main-content.ts';
import { type PageFacts, readFacts } from './page-facts.ts';

/** Below this share of a page's text its main content may be more than was found. */
const MOST_OF_IT = 0.25;
/** How XML begins, in which `<a/>` ends where it begins. */
const XML = /^\s*<\?xml\s/;

/**
 * Makes text of a web page.
 * @param options `content`: `main` (what it is about, as Readability finds it) or `whole` (all that it shows)
 * @throws Unextractable where it shows no text
 */
export function readPage(source: string, options: ExtractionOptions): Extracted {
  const { content = 'main' } = options;
  if (content !== 'main' && content !== 'whole')
    throw new Unextractable('The content of a web page can be “main” or “whole”.');
  const tree = parseTree(source, XML.test(source));
  hideByRules(tree.root);
  const facts = readFacts(tree.root);
  const found = content === 'main' ? findMainContent(tree) : undefined;
  const main = typeof found === 'object' ? found : undefined;
  const walked = walkTree(tree, main ? { keeps: node => main.kept.has(node) } : {});
  if (walked.text.trim() === '') throw new Unextractable(nothingIn(tree));
  const title = main?.title ?? facts.title;
  return {
    text: walked.text,
    derivation: walked.derivation,
    options: { content: main ? 'main' : 'whole' },
    choices: [ownChoice('content', ['main', 'whole'])],
    ...(title === undefined ? {} : { title }),
    ...(facts.language === undefined ? {} : { language: facts.language }),
    remarks: [...aboutContent(found, walked), ...aboutPage(facts, main), ...remarksOn(walked.left)],
  };
}

function nothingIn({ root }: Tree): string {
  if (findElement(root, 'frameset'))
    return 'This page holds no text of its own, only frames with other pages. Add the page of the frame.';
  for (const node of nodes(root))
    if (node.nodeName === 'script')
      return 'There is no text in this page as it was saved; it may be filled in by scripts. Save the page from a browser that shows it, complete, and add that file.';
  return 'There is no text in this page.';
}

function aboutContent(main: MainContent | NoMainContent | undefined, { text }: Walked): Remark[] {
  if (main === undefined) return [];
  if (typeof main === 'string') return [remark(main)];
  const found = text.replace(/\s+/g, '').length;
  const share = found / Math.max(found, main.all);
  const percent = Math.round(share * 100);
  if (percent >= 99) return [];
  return [remark(share < MOST_OF_IT ? 'main-share-small' : 'main-share', { percent })];
}

function aboutPage({ author, published, site }: PageFacts, main: MainContent | undefined): Remark[] {
  const by = author ?? main?.author;
  const when = published ?? main?.published;
  return [
    ...(by === undefined ? [] : [remark('author', { author: by })]),
    ...(when === undefined ? [] : [remark('published', { when })]),
    ...(site === undefined ? [] : [remark('site', { site })]),
  ];
}
