/** What a style sheet says of showing what a selector matches, and how much that weighs against other rules. */
export interface DisplayRule {
  readonly selector: Compound;
  readonly hides: boolean;
  readonly important: boolean;
  /** Whether it holds wherever the selector matches: not only on some screens, states or within other elements. */
  readonly certain: boolean;
  readonly specificity: number;
}

/** The parts of a selector that tell of one element alone. */
export interface Compound {
  readonly tag?: string;
  readonly id?: string;
  readonly classes: readonly string[];
}

/** As much of a page's style sheets as is read, in UTF-16 code units. */
const LONGEST = 2_000_000;
const MOST_RULES = 10_000;
const DEEPEST = 20;
const LONGEST_SELECTOR = 500;
/** A text that is not closed ends with its line. */
const TOKENS = /"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|[{};]/g;
const DISPLAY = /^\s*display\s*:\s*([a-z-]+)/i;
const IMPORTANT = /!\s*important\s*$/i;
const SIMPLE = /^(?:[a-z][a-z0-9-]*|\*)?(?:[#.][\w\u0080-\uffff-]+)*$/i;

type Open =
  | { readonly is: 'rule'; readonly selectors: string; readonly from: number }
  | { readonly is: 'group'; readonly certain: boolean }
  | { readonly is: 'left' };

/**
 * Reads the rules of a style sheet that say whether something is shown (`display`), in their order. Of selectors only
 * element, id and classes are understood; of others the last part is given, and the rule is not certain. What holds
 * for printing alone is left out.
 */
export function* displayRules(css: string): Generator<DisplayRule> {
  const sheet = css.slice(0, LONGEST).replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
  const open: Open[] = [];
  let from = 0;
  let rules = 0;
  for (const { 0: token, index } of sheet.matchAll(TOKENS)) {
    if (token === '{') {
      open.push(opened(sheet.slice(from, index).trim(), index + 1, open));
      from = index + 1;
    } else if (token === '}') {
      const closed = open.pop();
      if (closed?.is === 'rule') {
        const certain = open.every(group => group.is === 'group' && group.certain);
        for (const rule of rulesOf(closed.selectors, sheet.slice(closed.from, index), certain)) {
          if (++rules > MOST_RULES) return;
          yield rule;
        }
      }
      from = index + 1;
    } else if (token === ';' && open.at(-1)?.is !== 'rule') from = index + 1;
  }
}

function opened(prelude: string, from: number, around: readonly Open[]): Open {
  const within = around.at(-1);
  if ((within && within.is !== 'group') || around.length >= DEEPEST) return { is: 'left' };
  if (!prelude.startsWith('@')) return { is: 'rule', selectors: prelude, from };
  const [, name = '', condition = ''] = /^@([a-z-]+)\s*([\s\S]*)$/i.exec(prelude) ?? [];
  if (/^media$/i.test(name) && /^print$/i.test(condition.trim())) return { is: 'left' };
  if (!/^(?:media|supports|layer|container|scope)$/i.test(name)) return { is: 'left' };
  return { is: 'group', certain: /^media$/i.test(name) && /^(?:|all|screen)$/i.test(condition.trim()) };
}

function* rulesOf(selectors: string, body: string, certain: boolean): Generator<DisplayRule> {
  const said = body.split(';').flatMap(declaration => {
    const value = DISPLAY.exec(declaration)?.[1];
    return value === undefined ? [] : [{ value, important: IMPORTANT.test(declaration) }];
  });
  const last = said.findLast(({ important }) => important) ?? said.at(-1);
  if (!last) return;
  const { value, important } = last;
  for (const selector of selectors.split(',')) {
    const whole = selector.trim();
    if (whole === '' || whole.length > LONGEST_SELECTOR) continue;
    const isSimple = SIMPLE.test(whole);
    const compound = compoundOf(isSimple ? whole : lastOf(whole));
    const { tag, id, classes } = compound;
    yield {
      selector: compound,
      hides: value.toLowerCase() === 'none',
      important,
      certain: certain && isSimple,
      specificity: (id === undefined ? 0 : 10_000) + classes.length * 100 + (tag === undefined ? 0 : 1),
    };
  }
}

/** The part of a selector that tells of the element itself, without states and attributes. */
const lastOf = (selector: string): string =>
  (
    selector
      .replace(/\([^()]*\)|\[[^\]]*\]/g, '')
      .split(/[\s>+~]+/)
      .at(-1) ?? ''
  ).replace(/::?[\w-]+/g, '');

function compoundOf(text: string): Compound {
  const tag = /^[a-z][a-z0-9-]*/i.exec(text)?.[0].toLowerCase();
  const id = /#([\w\u0080-\uffff-]+)/.exec(text)?.[1];
  return {
    ...(tag === undefined ? {} : { tag }),
    ...(id === undefined ? {} : { id }),
    classes: [...text.matchAll(/\.([\w\u0080-\uffff-]+)/g)].map(([, name]) => name!),
  };
}
