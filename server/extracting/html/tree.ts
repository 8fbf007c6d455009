import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  Token,
  TokenizerMode,
} from 'parse5';
import { Unextractable } from '../extractor.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;
export type TextNode = DefaultTreeAdapterTypes.TextNode;

/** Elements within one another; browsers draw no more than some hundreds. */
const DEEPEST = 5000;

/**
 * Where a text node's characters stand in the source, in threes: an offset in its value, and where the source from there
 * on begins and ends. One node can have several: a stray end tag does not divide a text.
 */
export interface Runs {
  runs?: number[];
}

/** A parsed page with the text it was parsed from. */
export interface Tree {
  readonly root: Node;
  readonly source: string;
}

/**
 * Parses HTML as the HTML Standard says (section 13.2), remembering where each text node came from.
 * @param closing whether `<a/>` closes itself, as in XHTML
 * @throws Unextractable where elements nest too deep
 */
export function parseTree(source: string, closing = false): Tree {
  const parser = closing ? ClosingParser : Parser;
  const root = parser.parse<DefaultTreeAdapterMap>(source, {
    treeAdapter: remembering(),
    sourceCodeLocationInfo: true,
  });
  return { root, source };
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is TextNode & Runs {
  return node.nodeName === '#text';
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(attr => attr.name === name)?.value;
}

/** @returns the first element of a name in document order. */
export function findElement(root: Node, tagName: string): Element | undefined {
  for (const node of nodes(root)) if (isElement(node) && node.tagName === tagName) return node;
  return undefined;
}

/** All nodes beneath one, in document order. */
export function* nodes(root: Node): Generator<Node> {
  const open: { children: readonly Node[]; next: number }[] = [{ children: [root], next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const node = top.children[top.next++];
    if (!node) open.pop();
    else {
      yield node;
      if ('childNodes' in node && node.childNodes.length > 0)
        open.push({ children: node.childNodes, next: 0 });
    }
  }
}

/** @returns an element's text, as it stands; its beginning where it is longer than `enough` UTF-16 code units. */
export function textOf(root: Node, enough = Number.POSITIVE_INFINITY): string {
  let text = '';
  for (const node of nodes(root)) {
    if (isText(node)) text += node.value;
    if (text.length > enough) break;
  }
  return text;
}

/** Takes `<title/>` for what XML takes it for: an element that ends at once. */
class ClosingParser extends Parser<DefaultTreeAdapterMap> {
  override onStartTag(token: Token.TagToken): void {
    super.onStartTag(token);
    if (!token.selfClosing || token.ackSelfClosing) return;
    super.onEndTag({ ...token, type: Token.TokenType.END_TAG, attrs: [], selfClosing: false });
    this.tokenizer.state = TokenizerMode.DATA;
  }
}

/** The default tree, with runs in place of locations. */
function remembering(): typeof defaultTreeAdapter {
  let depth = 0;
  let appended = 0;
  return {
    ...defaultTreeAdapter,
    insertText(parent, text) {
      appended = text.length;
      defaultTreeAdapter.insertText(parent, text);
    },
    insertTextBefore(parent, text, reference) {
      appended = text.length;
      defaultTreeAdapter.insertTextBefore(parent, text, reference);
    },
    // Told of each piece of a node, as no node ever has a location.
    setNodeSourceCodeLocation(node, location) {
      if (isText(node) && location) remember(node, appended, location.startOffset, location.endOffset);
    },
    getNodeSourceCodeLocation: () => null,
    onItemPush() {
      if (++depth > DEEPEST)
        throw new Unextractable(
          `Elements of this page lie within one another more than ${DEEPEST} deep. Save the part you need as a page of its own, or add its text.`,
        );
    },
    onItemPop() {
      depth--;
    },
  };
}

function remember(node: TextNode & Runs, appended: number, from: number, to: number): void {
  const start = node.value.length - appended;
  if (!node.runs) {
    // An array that grows from nothing takes four times the room.
    node.runs = [start, from, to];
    return;
  }
  const last = node.runs.length - 1;
  if (node.runs[last] === from) node.runs[last] = to;
  else node.runs.push(start, from, to);
}
