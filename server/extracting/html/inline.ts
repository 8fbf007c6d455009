import type { InlineKind } from '../text-builder.ts';
import type { Flow } from './flow.ts';
import { attribute, type Element, isElement } from './tree.ts';
import type { Entered } from './walk.ts';

const STRONG = new Set(['b', 'strong']);
const EMPHASIS = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const LONGEST_HREF = 4000;
/** As many parts as are looked through for brackets. */
const MOST_BESIDE = 50;

/** Enters an element that stands within a line. */
export function enterInline(element: Element, flow: Flow): Entered {
  const kind = inlineKind(element);
  if (kind) {
    flow.builder.openInline(kind);
    return { leave: () => flow.builder.closeInline() };
  }
  switch (element.tagName) {
    case 'q':
      return between(flow, '\u201c', '\u201d');
    case 'rt':
      return hasBrackets(element) ? {} : between(flow, '(', ')');
    case 'sup':
      flow.raise('^');
      return {};
    case 'sub':
      flow.raise('_');
      return {};
    case 'mfrac':
      return joined(element, flow, '/');
    case 'msup':
      return joined(element, flow, '^');
    case 'msub':
      return joined(element, flow, '_');
    case 'msqrt':
      return between(flow, '\u221a(', ')');
    default:
      return {};
  }
}

function inlineKind(element: Element): InlineKind | undefined {
  if (STRONG.has(element.tagName)) return { kind: 'strong' };
  if (EMPHASIS.has(element.tagName)) return { kind: 'emphasis' };
  if (element.tagName !== 'a') return undefined;
  const href = attribute(element, 'href')?.trim() ?? '';
  if (href === '' || href.length > LONGEST_HREF || /^javascript:/i.test(href)) return undefined;
  return { kind: 'link', href };
}

function between(flow: Flow, before: string, after: string): Entered {
  flow.mark(before);
  return { leave: () => flow.mark(after) };
}

/** Whether what is written beside characters has its own brackets, for readers that cannot set it above them. */
function hasBrackets(element: Element): boolean {
  const around = element.parentNode?.childNodes.slice(0, MOST_BESIDE) ?? [];
  return around.some(node => isElement(node) && node.tagName === 'rp');
}

/** The parts of a formula with the sign that its layout stands for, in brackets where they have parts themselves. */
function joined(element: Element, flow: Flow, sign: string): Entered {
  const steps = element.childNodes.filter(isElement).flatMap((part, i) => {
    const compound = part.childNodes.filter(isElement).length > 1;
    const before = `${i > 0 ? sign : ''}${compound ? '(' : ''}`;
    const marked = before === '' ? [part] : [() => flow.mark(before), part];
    return compound ? [...marked, () => flow.mark(')')] : marked;
  });
  return { steps };
}
