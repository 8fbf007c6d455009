import { parseHTML } from 'linkedom';
import { isShown } from '../../html/shown.ts';
import { type Element, isElement, isText, type Node, nodes, textOf } from '../../html/tree.ts';

/** What of a DOM is used here. */
interface Dom {
  readonly childNodes: readonly Dom[];
  appendChild(child: Dom): void;
  cloneNode(deep: boolean): Dom;
  replaceChildren(...children: Dom[]): void;
  setAttribute(name: string, value: string): void;
}
interface DomDocument extends Dom {
  readonly head: Dom;
  readonly body: Dom;
  readonly documentElement: Dom;
  createElement(name: string): Dom;
  createTextNode(text: string): Dom;
  createTreeWalker(root: Dom, show: number): { nextNode(): Dom | null };
}

const SHOW_ELEMENTS_AND_TEXTS = 1 | 4;
const EMPTY = '<!doctype html><html><head></head><body></body></html>';
const NAME = /^[a-z][a-z0-9-]*$/;
/** Attributes that tell what an element is for; styles and scripts are left out. */
const TELLING = new Set(
  `id class role rel href src alt title name content property itemprop itemtype itemscope datetime lang dir type summary
   datatable colspan rowspan width height aria-hidden aria-modal`.split(/\s+/),
);
const TOOL = /(?:^|\s)mw-(?:editsection|jump-link)(?:\s|$)/;
const LONGEST = 2000;
/** Deeper pages are made by faults or for harm; what Readability does grows with the square of the depth. */
const DEEPEST = 256;

/** A page's copy in a DOM that may be taken apart, of which each text and picture knows what it is a copy of. */
export class PageCopy {
  readonly document: DomDocument;
  readonly tooLarge: boolean;
  /** UTF-16 code units of text without white space. */
  characters = 0;
  readonly #sources = new WeakMap<Dom, Node>();
  #elements = 0;

  constructor(root: Node, mostElements: number) {
    this.document = parseHTML(EMPTY).document as unknown as DomDocument;
    this.tooLarge = !this.#copy(root, mostElements);
    if (!this.tooLarge) this.#keepIdentity();
  }

  /** @returns what the texts and pictures within an element are copies of. */
  sourcesIn(element: object): Set<Node> {
    const found = new Set<Node>();
    const walker = this.document.createTreeWalker(element as Dom, SHOW_ELEMENTS_AND_TEXTS);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const source = this.#sources.get(node);
      if (source) found.add(source);
    }
    return found;
  }

  /** @returns whether it has no more elements than it may, none of them too deep. */
  #copy(root: Node, most: number): boolean {
    const open: { node: Node; into: Dom; depth: number; next: number }[] = [];
    open.push({ node: root, into: this.document.body, depth: 0, next: 0 });
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const child = 'childNodes' in top.node ? top.node.childNodes[top.next++] : undefined;
      if (!child) open.pop();
      else if (isText(child)) this.#copyText(child.value, child, top.into);
      else if (isElement(child)) {
        const { depth } = top;
        if (++this.#elements > most || depth > DEEPEST) return false;
        const whole = child.tagName === 'html' || child.tagName === 'body';
        if (child.tagName === 'head') this.#copyHead(child);
        else if (whole) open.push({ node: child, into: top.into, depth, next: 0 });
        else if (isShown(child) && !isTool(child)) {
          const copy = this.#copyElement(child);
          top.into.appendChild(copy);
          open.push({ node: child, into: copy, depth: depth + 1, next: 0 });
        }
      }
    }
    return true;
  }

  #copyText(text: string, source: Node, into: Dom): void {
    const copy = this.document.createTextNode(text);
    this.characters += text.replace(/\s+/g, '').length;
    this.#sources.set(copy, source);
    into.appendChild(copy);
  }

  #copyElement(source: Element): Dom {
    const { tagName } = source;
    const copy = this.document.createElement(NAME.test(tagName) ? tagName : 'span');
    for (const { name, value } of source.attrs)
      if (TELLING.has(name) && value.length <= LONGEST && !/^\s*javascript:/i.test(value))
        copy.setAttribute(name, value);
    if (tagName === 'img') this.#sources.set(copy, source);
    return copy;
  }

  /** What a page says of itself. */
  #copyHead(head: Element): void {
    for (const node of nodes(head)) {
      if (!isElement(node)) continue;
      const data =
        node.tagName === 'script' && node.attrs.some(({ value }) => value === 'application/ld+json');
      if (node.tagName !== 'meta' && node.tagName !== 'title' && !data) continue;
      const copy = this.#copyElement(node);
      if (node.tagName !== 'meta') copy.appendChild(this.document.createTextNode(textOf(node)));
      this.document.head.appendChild(copy);
    }
  }

  /**
   * Readability tries again with other settings by setting `innerHTML` to what it was before. The nodes made from that
   * would be copies of nothing; so what was before is kept as nodes.
   */
  #keepIdentity(): void {
    const { body } = this.document;
    let before: Dom | undefined;
    Object.defineProperty(body, 'innerHTML', {
      get: () => {
        before = this.#clone(body);
        return '';
      },
      set: () => {
        if (before) body.replaceChildren(...this.#clone(before).childNodes);
      },
    });
  }

  #clone(node: Dom): Dom {
    const clone = node.cloneNode(true);
    const from = this.document.createTreeWalker(node, SHOW_ELEMENTS_AND_TEXTS);
    const to = this.document.createTreeWalker(clone, SHOW_ELEMENTS_AND_TEXTS);
    for (let a = from.nextNode(), b = to.nextNode(); a && b; a = from.nextNode(), b = to.nextNode()) {
      const source = this.#sources.get(a);
      if (source) this.#sources.set(b, source);
    }
    return clone;
  }
}

/** What wikis have beside every heading to edit it. */
function isTool(element: Element): boolean {
  return element.attrs.some(({ name, value }) => name === 'class' && TOOL.test(value));
}
