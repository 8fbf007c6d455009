import { type DisplayRule, displayRules } from './style-rules.ts';
import { attribute, type Element, isElement, type Node, nodes, textOf } from './tree.ts';

const SHOWN_HERE = /(?:^|;)\s*display\s*:\s*(?!none)/i;

/**
 * Marks what a page's own style sheets hide as `hidden`, as if it said so itself. Only rules that hold for certain hide;
 * where any other may show the element (in another state, on another screen), it is taken to be shown.
 */
export function hideByRules(root: Node): void {
  const rules = [...nodes(root)]
    .filter(node => node.nodeName === 'style')
    .flatMap(style => [...displayRules(textOf(style))]);
  if (!rules.some(({ hides, certain }) => hides && certain)) return;
  const index = indexOf(rules);
  for (const node of nodes(root))
    if (isElement(node) && isHidden(node, index)) node.attrs.push({ name: 'hidden', value: '' });
}

/** So many rules are held against what has one class, id or name. */
const MOST_ALIKE = 100;

/** Rules with their order, by one part that what they match must have. */
type Index = ReadonlyMap<string, readonly Ordered[]>;
interface Ordered extends DisplayRule {
  readonly order: number;
}

function indexOf(rules: readonly DisplayRule[]): Index {
  const index = new Map<string, Ordered[]>();
  rules.forEach((rule, order) => {
    const { id, classes, tag } = rule.selector;
    const key = id !== undefined ? `#${id}` : classes[0] !== undefined ? `.${classes[0]}` : (tag ?? '*');
    const known = index.get(key);
    if (!known) index.set(key, [{ ...rule, order }]);
    else if (known.length < MOST_ALIKE) known.push({ ...rule, order });
  });
  return index;
}

function isHidden(element: Element, index: Index): boolean {
  const classes = attribute(element, 'class')?.split(/\s+/).filter(Boolean) ?? [];
  const id = attribute(element, 'id');
  const keys = [
    '*',
    element.tagName,
    ...(id === undefined ? [] : [`#${id}`]),
    ...classes.map(name => `.${name}`),
  ];
  const own = new Set(classes);
  let strongest: Ordered | undefined;
  let mayShow = false;
  for (const key of new Set(keys))
    for (const rule of index.get(key) ?? []) {
      const { selector, certain, hides } = rule;
      const matches =
        (selector.tag === undefined || selector.tag === element.tagName) &&
        (selector.id === undefined || selector.id === id) &&
        selector.classes.every(name => own.has(name));
      if (!matches) continue;
      if (certain && (!strongest || outweighs(rule, strongest))) strongest = rule;
      else if (!certain && !hides) mayShow = true;
    }
  if (!strongest?.hides || mayShow) return false;
  return strongest.important || !SHOWN_HERE.test(attribute(element, 'style') ?? '');
}

function outweighs(a: Ordered, b: Ordered): boolean {
  if (a.important !== b.important) return a.important;
  return a.specificity === b.specificity ? a.order > b.order : a.specificity > b.specificity;
}
