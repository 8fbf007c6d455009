import type { ListItem } from '../../detectors/structure/list-block.ts';
import { findLists } from '../../detectors/structure/lists.ts';
import { prepareName } from '../../values/names/compare/prepare.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import type { TextRule } from '../rule.ts';

/** One list has an entry twice. */
export const duplicateEntry: TextRule = {
  id: 'duplicate-entry',
  version: 1,
  kind: 'duplicated-entry',
  severity: 'warning',
  label: 'Entries that stand in one list twice',
  compares: 'texts',
  reads: 'text',
  *examine(text): Iterable<Finding> {
    for (const list of text.once(findLists)) {
      if (list.of === 'sentences' || list.role === 'aside') continue;
      const bearer = list.of === 'people' ? 'person' : 'organization';
      const byForm = new Map<string, ListItem[]>();
      for (const item of list.items) {
        // What tells two of one name apart (a country, a page) makes two entries of them.
        const form = `${prepareName(item.name, { bearer }).form}|${item.country ?? ''}|${item.target ?? ''}`;
        byForm.set(form, [...(byForm.get(form) ?? []), item]);
      }
      for (const [form, items] of byForm) {
        if (items.length < 2 || !/\p{L}{2}/u.test(form)) continue;
        const name = items[0]!.name;
        const groups = new Set(items.map(({ group }) => group?.words));
        yield found(duplicateEntry, {
          message: `“${name}” stands in the list ${items.length} times`,
          given: { name, times: String(items.length) },
          sides: [{ value: name, spans: items.map(({ start, end }) => spanAt(text, start, end)) }],
          grounds: [
            speaksFor('duplicate-entry.same', 'The entries have the same words'),
            ...(groups.size > 1
              ? [speaksAgainst('duplicate-entry.groups', 'They stand in different groups of the list')]
              : []),
          ],
          key: `duplicate-entry|${form}|${(list.heading ?? list.cue)?.words.slice(0, 80) ?? ''}`,
        });
      }
    }
  },
};
