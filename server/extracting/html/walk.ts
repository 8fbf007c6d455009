import type { Derivation, Place } from '../../../shared/model/derivation.ts';
import type { BlockKind } from '../text-builder.ts';
import { Flow, type Lines } from './flow.ts';
import { enterInline } from './inline.ts';
import { Marker } from './markers.ts';
import { piecesOf } from './pieces.ts';
import { isShown, type Left } from './shown.ts';
import { holdsData, type Survey, surveyTree } from './survey.ts';
import { rowsOf, type Slot, Spans } from './table.ts';
import {
  attribute,
  type Element,
  isElement,
  isText,
  type Node,
  type Runs,
  type TextNode,
  type Tree,
  textOf,
} from './tree.ts';

export interface WalkOptions {
  /** Whether a text or a picture is wanted; all are where it is not given. */
  readonly keeps?: (node: TextNode | Element) => boolean;
  /** Where a text came from, where that is not told by offsets in the source. */
  readonly placeOf?: (node: TextNode) => Place;
  /** The file within an archive that the source is. */
  readonly part?: string;
  /** The number of the printed page that its beginning stands on. */
  readonly pageLabel?: string | undefined;
}

export interface Walked {
  readonly text: string;
  readonly derivation: Derivation;
  /** How many things without text were met. */
  readonly left: ReadonlyMap<Left, number>;
  /** The number of the printed page that its end stands on, where the source tells such. */
  readonly pageLabel?: string | undefined;
}

/**
 * Reads a page in order, without recursion: its text as one sees it, where each stretch came from, and what blocks and
 * inlines it forms. Paragraphs, cells and headings are one line each; between blocks stands an empty line.
 */
export function walkTree(tree: Tree, options: WalkOptions = {}): Walked {
  const survey = surveyTree(tree.root, options.keeps);
  const walk = new Walk(tree, options, survey);
  walk.run();
  return { ...walk.flow.builder.build(), left: survey.left, pageLabel: walk.pageLabel };
}

/** What is read next: a node, or something to be done. */
type Step = Node | (() => void);

/** An element that is being read: what is read in it, where that is not what it holds, and what is done behind it. */
export interface Entered {
  readonly steps?: readonly Step[];
  readonly leave?: () => void;
}

/** Elements that stand in blocks of their own and are nothing else. */
const BLOCKS = new Set(
  `address article aside body button center details dialog div fieldset figure footer form header hgroup html legend main nav
   p search section summary table tbody tfoot thead tr td th optgroup frameset`.split(/\s+/),
);
const LISTS = new Set(['ul', 'ol', 'menu', 'dir', 'dl']);
/** Other elements that divide what is before them from what is behind, empty or not. */
const PARTING = /^(?:h[1-6]|pre|blockquote|table|ul|ol|dl)$/;
const ITEMS = new Set(['li', 'dt', 'dd']);
const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);
const NOTE = /(?:^|\s)(?:doc-footnote|doc-endnote|footnote|endnote|rearnote)(?:\s|$)/;
const PAGE_BREAK = /(?:^|\s)(?:doc-)?pagebreak(?:\s|$)/;
const LONGEST_LABEL = 40;
const DRAWN_AS_BLOCK = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item|flow-root)\s*(?:!|;|$)/i;

class Walk {
  readonly flow = new Flow();
  readonly #tree: Tree;
  readonly #options: WalkOptions;
  readonly #survey: Survey;
  readonly #spans = new Spans();
  readonly #open: { steps: readonly Step[]; next: number; leave?: (() => void) | undefined }[] = [];
  /** Lists around what is read: what counts their items, and whether one was met. */
  readonly #lists: { marker: Marker; begun: boolean }[] = [];

  pageLabel: string | undefined;

  constructor(tree: Tree, options: WalkOptions, survey: Survey) {
    this.#tree = tree;
    this.#options = options;
    this.pageLabel = options.pageLabel;
    this.#survey = survey;
  }

  run(): void {
    this.#push([this.#tree.root]);
    for (let top = this.#open.at(-1); top; top = this.#open.at(-1)) {
      const step = top.steps[top.next++];
      if (step === undefined) {
        this.#open.pop();
        top.leave?.();
      } else if (typeof step === 'function') step();
      else if (isElement(step)) this.#element(step);
      else if (isText(step)) this.#text(step);
      else if ('childNodes' in step) this.#push(step.childNodes);
    }
  }

  #push(steps: readonly Step[], leave?: () => void): void {
    this.#open.push({ steps, next: 0, leave });
  }

  #text(node: TextNode & Runs): void {
    // White space between wanted texts counts, whatever is left out around it.
    if (!this.#survey.full.has(node) && /[^ \t\n\r\f]/.test(node.value)) return;
    const { placeOf, part } = this.#options;
    if (placeOf) {
      const place = placeOf(node);
      this.flow.text({ text: node.value, from: 0, to: node.value.length }, () => place);
      return;
    }
    const { pageLabel } = this;
    const within = {
      ...(part === undefined ? {} : { part }),
      ...(pageLabel === undefined ? {} : { pageLabel }),
    };
    for (const piece of piecesOf(node, this.#tree.source))
      this.flow.text(piece, (from, to) => ({ ...within, from, to }));
  }

  #element(element: Element): void {
    const { tagName } = element;
    if (tagName === 'br') this.flow.breakLine();
    else if (tagName === 'hr') this.flow.boundary(2);
    else if (isKind(element, PAGE_BREAK)) this.pageLabel = printedNumber(element) ?? this.pageLabel;
    else if (this.#survey.full.has(element)) {
      const { steps = element.childNodes, leave } = this.#enter(element);
      this.#push(steps, leave);
    } else if ((BLOCKS.has(tagName) || PARTING.test(tagName)) && isShown(element)) this.flow.boundary(2);
  }

  #enter(element: Element): Entered {
    const { tagName } = element;
    if (/^h[1-6]$/.test(tagName))
      return this.#block({ kind: 'heading', level: Number(tagName[1]) }, 'one line');
    if (PREFORMATTED.has(tagName)) return this.#block({ kind: 'preformatted' }, 'lines');
    if (tagName === 'figcaption') return this.#block({ kind: 'caption' }, 'one line');
    if (LISTS.has(tagName)) return this.#list(element);
    if (ITEMS.has(tagName)) return this.#item(element);
    if (tagName === 'blockquote') return this.#block({ kind: 'quote' }, 'blocks');
    if (isKind(element, NOTE)) return this.#block({ kind: 'note' }, 'blocks');
    if (tagName === 'table' && !this.flow.flat && holdsData(this.#survey.tables.get(element)!))
      return this.#table(element);
    if (BLOCKS.has(tagName) || isDrawnAsBlock(element)) {
      this.flow.boundary(2);
      return { leave: () => this.flow.boundary(2) };
    }
    return enterInline(element, this.flow);
  }

  #block(kind: BlockKind, has: Lines): Entered {
    this.flow.open(kind, has);
    return { leave: () => this.flow.close(has) };
  }

  #list(element: Element): Entered {
    this.#lists.push({ marker: new Marker(element), begun: false });
    this.flow.openList(element.tagName === 'ol');
    const leave = () => {
      this.flow.closeList();
      this.#lists.pop();
    };
    return { leave };
  }

  #item(element: Element): Entered {
    const list = this.#lists.at(-1);
    const mark = { dt: '', dd: '  ' }[element.tagName] ?? list?.marker.mark(element) ?? '- ';
    this.flow.openItem(mark, list?.begun === false);
    if (list) list.begun = true;
    return { leave: () => this.flow.closeItem() };
  }

  #table(element: Element): Entered {
    const { flow } = this;
    const { full } = this.#survey;
    const { captions, rows } = rowsOf(element);
    const reaching: number[] = [];
    flow.openTable();
    const captionSteps = captions
      .filter(caption => full.has(caption))
      .map(caption => () => {
        flow.openCaption();
        this.#push(caption.childNodes, () => flow.closeCaption());
      });
    const rowSteps = rows.map(row => () => this.#row(this.#spans.lay(row, reaching, full)));
    return { steps: [...captionSteps, ...rowSteps], leave: () => flow.closeTable() };
  }

  #row(slots: readonly Slot[]): void {
    const { flow } = this;
    if (slots.length === 0) return;
    flow.openRow();
    const steps = slots.map(({ cell, header }, i) => () => {
      flow.openCell(i === 0, header);
      this.#push(cell?.childNodes ?? [], () => flow.closeCell());
    });
    this.#push(steps, () => flow.closeRow());
  }
}

/** Whether an element says of itself what it is, by its role or as EPUB has it. */
function isKind(element: Element, kind: RegExp): boolean {
  return element.attrs.some(
    ({ name, value }) => (name === 'role' || name === 'epub:type') && kind.test(value),
  );
}

/** @returns the number of the page that begins where an element marks it */
function printedNumber(element: Element): string | undefined {
  const said = attribute(element, 'title') ?? attribute(element, 'aria-label') ?? textOf(element);
  return said.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL) || undefined;
}

function isDrawnAsBlock(element: Element): boolean {
  const style = attribute(element, 'style');
  return style !== undefined && style.length < 2000 && DRAWN_AS_BLOCK.test(style);
}
