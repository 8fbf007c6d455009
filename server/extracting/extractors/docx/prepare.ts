import type { SaxesTagNS } from 'saxes';
import { checkXml } from '../../check-xml.ts';
import { attributeOf, isOn, nameOf, valOf } from './namespaces.ts';
import type { Styles } from './styles.ts';

/** What a part of a document holds that its text does not show. */
export interface Unshown {
  hidden: number;
  formulas: number;
  pictures: number;
  comments: number;
  changes: number;
  boxes: number;
  chunks: number;
}

export const nothingUnshown = (): Unshown => ({
  hidden: 0,
  formulas: 0,
  pictures: 0,
  comments: 0,
  changes: 0,
  boxes: 0,
  chunks: 0,
});

/** Elements that mammoth leaves out with their text, under names by which it reads on within them. */
const READ_AS: Readonly<Record<string, string>> = {
  'w:cr': 'br',
  'w:ptab': 'tab',
  'w:ruby': 'smartTag',
  'w:rubyBase': 'smartTag',
  'w:dir': 'smartTag',
  'w:bdo': 'smartTag',
  'w:fldSimple': 'smartTag',
  // Bookmarks tell of paragraphs here; the document's own, and its pictures, are not wanted.
  'w:bookmarkStart': 'bookmarkEnd',
  'wp:inline': 'leftOut',
  'wp:anchor': 'leftOut',
  'v:imagedata': 'shadow',
};
/** The text as it was before its changes: what was put in is taken as taken out, and the other way round. */
const READ_BEFORE: Readonly<Record<string, string>> = {
  ...READ_AS,
  'w:ins': 'del',
  'w:del': 'ins',
  'w:moveTo': 'moveFrom',
  'w:moveFrom': 'moveTo',
  'w:delText': 't',
  'w:delInstrText': 'instrText',
};
const CHANGES = new Set(['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom']);

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Units of a document that mammoth gets at once: it takes some sixty times as much memory. */
const AT_ONCE = 2 ** 20;

interface Open {
  readonly name: string;
  readonly from: number;
  /** How many edits there were before it. */
  readonly edits: number;
  /** Of a run. */
  hidden?: boolean;
  words?: boolean;
  field?: boolean;
  /** Of alternatives, and of the one that newer programs read. */
  box?: boolean;
  fallback?: boolean;
  /** Of a paragraph's properties. */
  style?: string;
  outline?: number;
  num?: string;
  /** Of a paragraph: whether a change makes it one with the next. */
  joins?: boolean;
}

/**
 * Makes a part of a document ready for mammoth, which tells nothing of where a paragraph stood, of outline levels or of
 * lists that come from a style: bookmarks named `paragraph 7`, `outline 0` and `list 3` say it within each paragraph.
 * Paragraphs are counted in the order of the file, without those meant for newer programs only, whose like follows.
 * @param before whether the text is wanted as it was before its tracked changes
 * @returns the part, as several documents one after another where it is long
 * @throws Unextractable where the XML is broken or hostile
 */
export function prepare(
  xml: string,
  name: string,
  styles: Styles,
  before: boolean,
): { documents: string[]; unshown: Unshown } {
  const names = before ? READ_BEFORE : READ_AS;
  const edits: Edit[] = [];
  const path: Open[] = [];
  const unshown = nothingUnshown();
  let paragraphs = 0;
  let newer = 0;
  let formulas = 0;
  let drawings = 0;
  let fields = 0;
  /** Where the body begins, is cut between two of its paragraphs or tables, and ends. */
  const cuts: number[] = [];

  const rename = (tag: SaxesTagNS, at: number): void => {
    const to = names[nameOf(tag)];
    if (to !== undefined)
      edits.push({
        from: at,
        to: at + tag.name.length,
        text: tag.prefix === '' ? to : `${tag.prefix}:${to}`,
      });
  };

  const count = (element: string): void => {
    if (element === 'w:commentReference') unshown.comments++;
    else if (element === 'w:altChunk') unshown.chunks++;
    else if (CHANGES.has(element)) unshown.changes++;
    else if (element === 'v:imagedata' || (element.startsWith('picture:') && isPicture(element)))
      unshown.pictures++;
    else if (element === 'm:oMath' && formulas === 0) unshown.formulas++;
    else if (element === 'w:txbxContent' && drawings > 0) unshown.boxes++;
  };

  checkXml(xml, name, {
    open(tag, { from, to }) {
      const element = nameOf(tag);
      if (newer === 0) count(element);
      const up = path.at(-1);
      path.push({ name: element, from, edits: edits.length });
      if (element === 'mc:Choice') newer++;
      if (element === 'm:oMath') formulas++;
      if (element === 'wp:inline' || element === 'wp:anchor') drawings++;
      if (element === 'w:txbxContent')
        for (const open of path) if (open.name === 'mc:AlternateContent') open.box = true;
      if (element === 'mc:Fallback' && up) up.fallback = true;
      if (element === 'w:body') cuts.push(to);
      if (element === 'w:fldChar' && newer === 0) fields += fieldStep(attributeOf(tag, 'fldCharType'));
      rename(tag, from + 1);
      if (element === 'w:p' && newer === 0) {
        paragraphs++;
        if (!tag.isSelfClosing) edits.push({ from: to, to, text: bookmark(tag, `paragraph ${paragraphs}`) });
      }
      note(path, element, valOf(tag));
      if ((names[element] ?? element.slice(2)) === 'del' && path.at(-2)?.name === 'w:rPr')
        if (path.at(-3)?.name === 'w:pPr') path.at(-4)!.joins = true;
    },
    close(tag, to) {
      const open = path.pop()!;
      if (open.name === 'mc:Choice') newer--;
      if (open.name === 'm:oMath') formulas--;
      if (open.name === 'wp:inline' || open.name === 'wp:anchor') drawings--;
      if (open.name === 'mc:AlternateContent' && newer === 0 && open.box && !open.fallback) unshown.boxes++;
      if (!tag.isSelfClosing) rename(tag, xml.lastIndexOf('<', to - 1) + 2);
      if (open.name === 'w:pPr' && path.at(-1)?.name === 'w:p') {
        const says = styles.of(open.style);
        const outline = open.outline ?? says.outline;
        const num = open.num ?? says.list?.num;
        let text = '';
        if (outline !== undefined) text += bookmark(tag, `outline ${outline}`);
        if (num !== undefined) text += bookmark(tag, `list ${num}`);
        edits.push({ from: to, to, text });
        if (open.num === undefined && says.list && !tag.isSelfClosing)
          edits.splice(-1, 0, {
            from: endTagOf(xml, to),
            to: endTagOf(xml, to),
            text: listOf(tag, says.list),
          });
      }
      if (open.name === 'w:r' && open.hidden && !open.field) {
        edits.length = open.edits;
        edits.push({ from: open.from, to, text: '' });
        if (open.words && newer === 0) unshown.hidden++;
      }
      if (open.name === 'w:body') cuts.push(xml.lastIndexOf('<', to - 1));
      else if (path.at(-1)?.name === 'w:body' && !open.joins && fields === 0 && to - cuts.at(-1)! > AT_ONCE)
        cuts.push(to);
    },
  });
  return { documents: documentsOf(xml, edits, cuts), unshown };
}

const fieldStep = (type: string | undefined): number => (type === 'begin' ? 1 : type === 'end' ? -1 : 0);

const isPicture = (element: string): boolean => /:(?:pic|chart|relIds)$/.test(element);

/** Notes with a run or with a paragraph's properties what one of their elements says. */
function note(path: readonly Open[], element: string, value: string | undefined): void {
  const up = path.at(-2);
  const upper = path.at(-3);
  if (up?.name === 'w:r') {
    if (element === 'w:t') up.words = true;
    if (element === 'w:fldChar') up.field = true;
  }
  if (up?.name === 'w:rPr' && upper?.name === 'w:r' && element === 'w:vanish') upper.hidden = isOn(value);
  if (up?.name === 'w:pPr' && value !== undefined) {
    if (element === 'w:pStyle') up.style = value;
    if (element === 'w:outlineLvl') up.outline = Number(value);
  }
  if (up?.name === 'w:numPr' && upper?.name === 'w:pPr' && element === 'w:numId' && value !== undefined)
    upper.num = value;
}

/** An element that begins like another one, so that it has its namespace. */
function bookmark(tag: SaxesTagNS, name: string): string {
  const [prefix, declared] = prefixOf(tag);
  return `<${prefix}:bookmarkStart${declared} ${prefix}:name="${name}"/>`;
}

function listOf(tag: SaxesTagNS, { num, level }: { num: string; level?: string }): string {
  const [prefix, declared] = prefixOf(tag);
  const at = level === undefined ? '' : `<${prefix}:ilvl ${prefix}:val="${escaped(level)}"/>`;
  return `<${prefix}:numPr${declared}>${at}<${prefix}:numId ${prefix}:val="${escaped(num)}"/></${prefix}:numPr>`;
}

/** Attributes need a prefix even where elements have none. */
function prefixOf(tag: SaxesTagNS): [prefix: string, declared: string] {
  return tag.prefix === '' ? ['word', ` xmlns:word="${tag.uri}"`] : [tag.prefix, ''];
}

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const endTagOf = (xml: string, to: number): number => xml.lastIndexOf('<', to - 1);

function documentsOf(xml: string, edits: readonly Edit[], cuts: readonly number[]): string[] {
  const ends = [...cuts, xml.length];
  let edit = 0;
  let at = 0;
  const pieces = ends.map(end => {
    const parts: string[] = [];
    for (; edit < edits.length && edits[edit]!.from < end; edit++) {
      const { from, to, text } = edits[edit]!;
      parts.push(xml.slice(at, from), text);
      at = to;
    }
    parts.push(xml.slice(at, end));
    at = end;
    return parts.join('');
  });
  if (pieces.length < 3) return [pieces.join('')];
  const [head, tail] = [pieces[0]!, pieces.at(-1)!];
  return pieces.slice(1, -1).map(body => head + body + tail);
}
