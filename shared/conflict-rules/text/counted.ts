import type { CheckedText } from '../../detectors/checked-text.ts';
import type { ListBlock, ListLabel } from '../../detectors/structure/list-block.ts';
import { findLists } from '../../detectors/structure/lists.ts';
import type { Span } from '../../text/text-like.ts';
import type { CountValue } from '../../values/counts/count.ts';
import { nounClass } from '../../values/counts/noun-classes.ts';
import { nounsOf } from '../../values/counts/nouns.ts';
import { type Token, tokensOf } from '../../values/tokens.ts';
import type { Mention } from '../mention.ts';
import { hullOf } from '../place.ts';
import { contentOf, namingsIn, type Statement, statementAt } from './statement.ts';
import { findSubject } from './subject.ts';

/** What is counted, roughly: what joins things is a body, who comes to them a person. */
type Family = 'bodies' | 'people' | 'countries';

const FAMILIES: Readonly<Record<string, readonly Family[]>> = {
  party: ['bodies'],
  movement: ['bodies'],
  organization: ['bodies'],
  group: ['bodies'],
  union: ['bodies'],
  company: ['bodies'],
  delegation: ['bodies'],
  member: ['bodies', 'people'],
  participant: ['people', 'bodies'],
  signatory: ['people', 'bodies'],
  person: ['people'],
  delegate: ['people'],
  representative: ['people'],
  deputy: ['people'],
  speaker: ['people'],
  expert: ['people'],
  scientist: ['people'],
  journalist: ['people'],
  candidate: ['people'],
  country: ['countries'],
  state: ['countries'],
};

/** A number of things, what they are and whose. */
export interface Counted {
  readonly mention: Mention;
  readonly count: CountValue;
  readonly statement: Statement;
  readonly nouns: readonly string[];
  readonly families: readonly Family[];
  /** Keys of the words that name whose they are, places aside. */
  readonly subject: ReadonlySet<string>;
  readonly isImplied: boolean;
  readonly content: ReadonlySet<string>;
}

/** @returns what a mention counts, where its value is a count */
export function countedAt(text: CheckedText, mention: Mention): Counted | undefined {
  const { value } = mention;
  if (value.kind !== 'count' || value.unit === '%') return undefined;
  const kept = known.get(mention);
  if (kept?.text === text) return kept.counted;
  const counted = countedOf(text, mention, value);
  known.set(mention, { text, counted });
  return counted;
}

/** Several rules ask the same. */
const known = new WeakMap<Mention, { readonly text: CheckedText; readonly counted: Counted }>();

function countedOf(text: CheckedText, mention: Mention, value: CountValue): Counted {
  const statement = statementAt(text, hullOf(mention));
  const words = [...statement.before, ...statement.after];
  const nouns = nounsOf(mention.fields.of ?? value.unit ?? '', text.context.language);
  const content = new Set([...contentOf(words), ...contentOf(tokensOf(value.unit ?? ''))]);
  return {
    mention,
    count: value,
    statement,
    nouns,
    families: familiesOf(nouns),
    content,
    ...subjectOf(text, words),
  };
}

const familiesOf = (nouns: readonly string[]): Family[] => [
  ...new Set(nouns.flatMap(noun => FAMILIES[noun] ?? [])),
];

function subjectOf(text: CheckedText, words: readonly Token[]): Pick<Counted, 'subject' | 'isImplied'> {
  // What is counted is not whose it is, though German writes it with a capital.
  const named = namingsIn(words.filter(({ key }) => nounClass(key) === undefined)).flatMap(
    ({ keys, isPlace }) => (isPlace ? [] : keys),
  );
  return named.length > 0
    ? { subject: new Set(named), isImplied: false }
    : { subject: text.once(findSubject), isImplied: true };
}

/** Lists that one sentence or heading leads to, counted together. */
export interface CountedList {
  readonly label: ListLabel;
  readonly labels: readonly Span[];
  readonly length: number;
  readonly isOpen: boolean;
  readonly kind: ListBlock['kind'];
  readonly families: readonly Family[];
  readonly nouns: readonly string[];
  readonly subject: ReadonlySet<string>;
}

const FEWEST_ENTRIES = 2;

/** Finds the lists of a text that something leads to, with how many entries they have. */
export function findCountedLists(text: CheckedText): readonly CountedList[] {
  const byLabel = new Map<number, ListBlock[]>();
  for (const list of text.once(findLists)) {
    const label = list.cue ?? list.heading;
    if (!label || list.role === 'aside') continue;
    byLabel.set(label.start, [...(byLabel.get(label.start) ?? []), list]);
  }
  const whole = [...byLabel.values()].flatMap(lists => countedList(text, lists) ?? []);
  return [
    ...whole,
    ...text
      .once(findLists)
      .flatMap(groupsOf)
      .flatMap(list => countedList(text, [list]) ?? [])
      // Only a number in the group's own heading is a number of its entries.
      .map(list => ({ ...list, families: [] })),
  ];
}

/** The groups of a list, each as a list that the words of the group lead to. */
function groupsOf(list: ListBlock): ListBlock[] {
  const byGroup = new Map<number, ListBlock>();
  for (const item of list.items) {
    if (!item.group || list.role === 'aside') continue;
    const { heading: _, ...before } = byGroup.get(item.group.start) ?? { ...list, items: [] };
    byGroup.set(item.group.start, { ...before, cue: item.group, items: [...before.items, item] });
  }
  return [...byGroup.values()].filter(({ items }) => items.length > 0);
}

function countedList(text: CheckedText, lists: readonly ListBlock[]): CountedList | undefined {
  const [first] = lists as readonly [ListBlock];
  const label = (first.cue ?? first.heading)!;
  const items = lists.flatMap(list => list.items);
  if (items.length < FEWEST_ENTRIES) return undefined;
  const headings = lists.flatMap(list => [list.cue, list.heading].filter(one => one !== undefined));
  const words = tokensOf(headings.map(({ words }) => words.slice(-300)).join('. '));
  const named = new Set(words.flatMap(({ kind, key }) => (kind === 'word' ? (nounClass(key) ?? []) : [])));
  const isPeople = lists.every(({ of }) => of === 'people');
  const isCountries = named.has('country') && !named.has('party') && !named.has('organization');
  const own: Family[] = lists.some(({ of }) => of === 'sentences')
    ? []
    : isPeople
      ? ['people']
      : isCountries
        ? ['countries']
        : ['bodies'];
  return {
    label,
    labels: headings,
    length: items.length,
    isOpen: lists.some(({ isOpen }) => isOpen),
    kind: first.kind,
    families: own,
    nouns: [...named],
    // The first word of a label has a capital whatever it is.
    subject: subjectOf(text, words.slice(1)).subject,
  };
}
