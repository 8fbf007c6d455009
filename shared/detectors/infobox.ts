import type { CheckedText } from './checked-text.ts';
import type { Detector, Proposal } from './detector.ts';
import { ground } from './grounds.ts';
import { isPersonShaped } from './names/person-shape.ts';
import { propose } from './propose.ts';
import { findFields } from './structure/fields.ts';
import { isNameLike } from './structure/item-name.ts';

/** Proposes the people and bodies that infoboxes name. */
export const infobox: Detector = {
  id: 'infobox',
  version: 1,
  types: ['person', 'organization'],
  *detect(text: CheckedText): Iterable<Proposal> {
    for (const field of text.once(findFields)) {
      const { kind, label, words } = field;
      if (kind === 'person' ? !isPersonShaped(words) : !isNameLike(words)) continue;
      yield propose(text, {
        type: kind === 'person' ? 'person' : 'organization',
        span: field,
        fields: { role: /people/i.test(label) ? undefined : label },
        grounds: [ground('infobox', `The infobox has it as “${label}”.`, { label })],
        worth: kind === 'person' ? 0.85 : 0.6,
      });
    }
  },
};
