import { hidesText, isShown, type Left, leftBehind } from './shown.ts';
import { attribute, type Element, isElement, isText, type Node, type TextNode } from './tree.ts';

/** What a table is like, its own cells without those of tables within it. */
export interface TableFacts {
  readonly element: Element;
  rows: number;
  /** Cells of the widest row. */
  columns: number;
  headers: number;
  cells: number;
  tables: number;
  headings: number;
  /** Paragraphs, lists and the like within cells. */
  blocks: number;
  /** Cells of the row being read. */
  inRow: number;
  characters: number;
}

/** A page looked over once, before it is read. */
export interface Survey {
  /** Every node with text to read in it, and that text's nodes. */
  readonly full: ReadonlySet<Node>;
  readonly tables: ReadonlyMap<Element, TableFacts>;
  /** How many things were met that have no text. */
  readonly left: ReadonlyMap<Left, number>;
}

const BLOCKS = new Set('p ul ol dl pre blockquote figure hr form article section'.split(' '));
const HEADING = /^h[1-6]$/;

/**
 * Finds out what on a page is shown and has text.
 * @param keeps whether a text, picture or other element is wanted; all are where it is not given
 */
export function surveyTree(root: Node, keeps?: (node: TextNode | Element) => boolean): Survey {
  const full = new Set<Node>();
  const tables = new Map<Element, TableFacts>();
  const left = new Map<Left, number>();
  const within: TableFacts[] = [];
  const hidden: Element[] = [];
  const open: { node: Node; next: number }[] = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = 'childNodes' in top.node ? top.node.childNodes[top.next++] : undefined;
    if (!child) {
      open.pop();
      if (within.at(-1)?.element === top.node) within.pop();
    } else if (isText(child)) {
      if (!/[^ \t\n\r\f]/.test(child.value) || (keeps && !keeps(child))) continue;
      for (let up: Node | null = child; up && !full.has(up); up = 'parentNode' in up ? up.parentNode : null)
        full.add(up);
      const table = within.at(-1);
      if (table) table.characters += child.value.length;
    } else if (isElement(child)) {
      if (!isShown(child)) {
        count(left, child, keeps);
        if (hidesText(child)) hidden.push(child);
        continue;
      }
      count(left, child, keeps);
      note(within.at(-1), child);
      if (child.tagName === 'table') {
        const facts = newFacts(child);
        tables.set(child, facts);
        within.push(facts);
      }
      open.push({ node: child, next: 0 });
    }
  }
  const among = hidden.filter(element => isAmong(element, full, keeps !== undefined)).length;
  if (among > 0) left.set('hidden-text', among);
  return { full, tables, left };
}

function count(left: Map<Left, number>, element: Element, keeps?: (node: Element) => boolean): void {
  const kind = leftBehind(element);
  if (kind && (!keeps || keeps(element))) left.set(kind, (left.get(kind) ?? 0) + 1);
}

/** Whether what is not shown stands among what is wanted: of a part of a page, what surrounds it is not. */
function isAmong({ parentNode }: Element, full: ReadonlySet<Node>, isPart: boolean): boolean {
  return parentNode !== null && full.has(parentNode) && !(isPart && parentNode.nodeName === 'body');
}

function newFacts(element: Element): TableFacts {
  const counts = { rows: 0, columns: 0, headers: 0, cells: 0, tables: 0, headings: 0, blocks: 0 };
  return { element, ...counts, inRow: 0, characters: 0 };
}

/** Counts an element in for the table around it. */
function note(table: TableFacts | undefined, { tagName }: Element): void {
  if (!table) return;
  if (tagName === 'tr') {
    table.rows++;
    table.inRow = 0;
  } else if (tagName === 'td' || tagName === 'th') {
    table.cells++;
    table.columns = Math.max(table.columns, ++table.inRow);
    if (tagName === 'th') table.headers++;
  } else if (tagName === 'thead' || tagName === 'caption') table.headers++;
  else if (tagName === 'table') table.tables++;
  else if (HEADING.test(tagName)) table.headings++;
  else if (BLOCKS.has(tagName)) table.blocks++;
}

/** As much text as a cell of data has on average, at most. */
const LONG = 400;

/**
 * Whether a table holds data, in rows and columns, or only arranges a page.
 * What it says of itself decides: its role, headings of columns, a caption; then what is in it.
 */
export function holdsData(facts: TableFacts): boolean {
  const role = attribute(facts.element, 'role')?.trim().toLowerCase();
  if (role === 'presentation' || role === 'none') return false;
  if (role === 'table' || role === 'grid' || facts.headers > 0) return true;
  if (facts.tables > 0 || facts.headings > 0 || facts.rows < 2 || facts.columns < 2) return false;
  return facts.blocks <= facts.cells && facts.characters <= facts.cells * LONG;
}
