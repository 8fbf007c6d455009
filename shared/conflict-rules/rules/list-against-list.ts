import type { ListBlock, ListItem } from '../../detectors/structure/list-block.ts';
import { findLists } from '../../detectors/structure/lists.ts';
import { wordKey } from '../../values/folded.ts';
import { compareNames, SAME_FROM } from '../../values/names/compare/compare.ts';
import { type PreparedName, prepareName } from '../../values/names/compare/prepare.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import { type Passage, passageRule } from '../rule.ts';

interface ListPassage extends Passage {
  readonly list: ListBlock;
  readonly label: string;
  readonly names: readonly PreparedName[];
}

const FEWEST = 3;
/** Of the shorter list's entries so many stand in the other one, where both list the same. */
const SHARED = 0.6;
/** Lists longer than this are looked at as far as this. */
const MOST_ENTRIES = 1000;
const MOST_LISTS = 30;
/** More entries on one side than this share make it another list rather than a list with a mistake. */
const MOST_ALONE = 0.5;

const rule = {
  id: 'list-against-list',
  version: 1,
  kind: 'list-membership',
  severity: 'warning',
  label: 'Lists of the same things whose entries differ',
} as const;

/** Two lists have most of their entries in common, and each or one of them has some that the other lacks. */
export const listAgainstList = passageRule<ListPassage>({
  ...rule,
  compares: 'passages',
  reads: 'text',
  most: MOST_LISTS,
  *find(text): Iterable<ListPassage> {
    for (const list of text.once(findLists)) {
      if (list.of === 'sentences' || list.role === 'aside' || list.items.length < FEWEST) continue;
      const bearer = list.of === 'people' ? 'person' : 'organization';
      const names = list.items.slice(0, MOST_ENTRIES).map(({ name }) => prepareName(name, { bearer }));
      const label = keyOf((list.heading ?? list.cue)?.words ?? '');
      yield {
        documentId: text.documentId,
        start: list.start,
        list,
        label,
        names,
        keys: names.map(({ form }) => form).filter(form => form.length > 3),
      };
    }
  },
  *examine(key, passages, known): Iterable<Finding> {
    for (const [i, one] of passages.entries()) {
      for (const other of passages.slice(i + 1)) {
        const shared = sharedForms(one, other);
        // Looked at once for all that they share: under the first of it.
        if (shared[0] !== key || shared.length < FEWEST) continue;
        const fewer = Math.min(one.names.length, other.names.length);
        if (shared.length < fewer * SHARED) continue;
        const [here, there] = alone(one, other);
        if (here.length === 0 && there.length === 0) continue;
        const isSameLabel = one.label !== '' && one.label === other.label;
        if (one.documentId === other.documentId && !isSameLabel) continue;
        if (
          (here.length > one.names.length * MOST_ALONE || there.length > other.names.length * MOST_ALONE) &&
          !isSameLabel
        )
          continue;
        const [text, second] = [known.texts.get(one.documentId), known.texts.get(other.documentId)];
        if (!text || !second) continue;
        const says = (items: readonly ListItem[]) =>
          items
            .slice(0, 5)
            .map(({ name }) => name)
            .join(', ');
        const given = { a: says(here), b: says(there), shared: String(shared.length) };
        const head = (passage: ListPassage) =>
          passage.list.cue ??
          passage.list.heading ?? { start: passage.list.items[0]!.start, end: passage.list.items[0]!.end };
        yield found(rule, {
          severity: isSameLabel || shared.length >= fewer * 0.8 ? 'warning' : 'info',
          message: messageOf(given),
          given,
          sides: [
            {
              value: given.a || '–',
              spans: (here.length > 0 ? here : [head(one)]).map(({ start, end }) => spanAt(text, start, end)),
            },
            {
              value: given.b || '–',
              spans: (there.length > 0 ? there : [head(other)]).map(({ start, end }) =>
                spanAt(second, start, end),
              ),
            },
          ],
          grounds: [
            speaksFor('list-against-list.shared', `${shared.length} entries stand in both lists`, given),
            ...(isSameLabel
              ? [speaksFor('list-against-list.label', 'Both lists are headed by the same words')]
              : []),
            ...(one.list.isOpen || other.list.isOpen
              ? [speaksAgainst('list-against-list.open', 'One of them says that it does not name all')]
              : []),
          ],
          key: `${rule.id}|${[...here, ...there]
            .map(({ name }) => keyOf(name))
            .sort()
            .join('|')}`,
        });
      }
    }
  },
});

function messageOf({ a, b }: { a: string; b: string }): string {
  if (a && b) return `One list has ${a}, the other ${b} instead`;
  return `${a || b} stands in one of two lists that otherwise agree`;
}

const keyOf = (words: string): string =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map(wordKey)
    .filter(Boolean)
    .join(' ')
    .slice(0, 120);

function sharedForms(one: ListPassage, other: ListPassage): string[] {
  const theirs = new Set(other.names.map(({ form }) => form));
  return [...new Set(one.names.map(({ form }) => form))].filter(form => theirs.has(form)).sort();
}

/** Entries of either list that the other has in no form. */
function alone(one: ListPassage, other: ListPassage): readonly [ListItem[], ListItem[]] {
  const lacks = (passage: ListPassage, from: ListPassage) => {
    const forms = new Set(from.names.map(({ form }) => form));
    const unmatched = passage.names.flatMap((name, i) =>
      forms.has(name.form) ? [] : [{ name, item: passage.list.items[i]! }],
    );
    const ours = new Set(passage.names.map(({ form }) => form));
    const left = from.names.filter(({ form }) => !ours.has(form)).slice(0, 50);
    return unmatched
      .slice(0, 50)
      .filter(({ name }) => !left.some(each => compareNames(name, each).score >= SAME_FROM))
      .map(({ item }) => item);
  };
  return [lacks(one, other), lacks(other, one)];
}
