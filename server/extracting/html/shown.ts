import { attribute, type Element, findElement, isElement, isText, type Node, nodes } from './tree.ts';

/** Elements whose content is no text of the page: what runs, what fills in where something cannot be shown, what is filled in. */
const NO_TEXT = new Set(
  `head title script style template noscript noembed noframes iframe object embed audio video canvas map svg datalist select
   option textarea progress meter annotation annotation-xml`.split(/\s+/),
);
const ICON_FONT = /(?:^|\s)(?:material-icons|material-symbols)/;
const ICON = /icon|glyph|(?:^|\s)fa[bsr]?(?:\s|$)/i;
const WORD = /\p{L}{2}/u;
const LETTERS = /[\p{L}\p{N}]/u;
/** As much of an element as is looked at to tell an icon from text. */
const ICON_LENGTH = 40;

/** What pages show besides text. */
export type Left = 'pictures' | 'recordings' | 'frames' | 'hidden-text';

/** @returns what kind of thing an element is that shows something and has no text. */
export function leftBehind(element: Element): Left | undefined {
  switch (element.tagName) {
    case 'img':
      return isSpacer(element) ? undefined : 'pictures';
    case 'canvas':
      return 'pictures';
    case 'svg':
      return findElement(element, 'text') ? 'pictures' : undefined;
    case 'audio':
    case 'video':
    case 'object':
    case 'embed':
      return 'recordings';
    case 'iframe':
      return 'frames';
    default:
      return undefined;
  }
}

function isSpacer(image: Element): boolean {
  return ['width', 'height'].some(name => /^[01]$/.test(attribute(image, name)?.trim() ?? ''));
}

/**
 * Whether what an element holds can be read on the page, as far as the page itself tells; what its style sheets hide is
 * marked as hidden by `hideByRules`.
 * What is only hidden from screen readers counts, unless it is an icon; a formula that is drawn as a picture counts as the
 * formula that is hidden beside it.
 */
export function isShown(element: Element): boolean {
  if (NO_TEXT.has(element.tagName)) return false;
  let icon = element.tagName === 'i';
  let silent = false;
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' && value.trim().toLowerCase() !== 'until-found') return isFormula(element);
    if (name === 'style' && value.length < 2000 && hides(value)) return isFormula(element);
    if (name === 'aria-hidden') silent = value.trim().toLowerCase() === 'true';
    if (name === 'class') {
      if (ICON_FONT.test(value)) return false;
      icon ||= ICON.test(value);
    }
  }
  if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return false;
  return !silent || !(icon || isSign(element));
}

/** Whether an element that is not shown has words that are hidden, and is nothing that never shows any. */
export function hidesText(element: Element): boolean {
  if (NO_TEXT.has(element.tagName)) return false;
  for (const node of nodes(element))
    if (isText(node) && WORD.test(node.value) && !isWithinNoText(node, element)) return true;
  return false;
}

function isWithinNoText(node: Node, within: Element): boolean {
  for (let up: Node | null = node; up && up !== within; up = 'parentNode' in up ? up.parentNode : null)
    if (isElement(up) && NO_TEXT.has(up.tagName)) return true;
  return false;
}

function hides(style: string): boolean {
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:!|;|$)/i.test(style);
}

function isFormula(element: Element): boolean {
  const inner = element.childNodes.filter(isElement);
  return element.tagName === 'math' || (inner.length === 1 && inner[0]!.tagName === 'math');
}

/** Whether an element holds nothing but a sign or two: an arrow, a paragraph mark. */
function isSign(element: Element): boolean {
  const open: Node[] = [element];
  let seen = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node) && LETTERS.test(node.value)) return false;
    if (++seen > ICON_LENGTH) return false;
    if ('childNodes' in node) open.push(...node.childNodes.slice(0, ICON_LENGTH));
  }
  return true;
}
