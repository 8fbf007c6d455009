import { type FoundQuotation, findQuotations } from '../values/quotations/find-quotations.ts';
import type { CheckedText } from './checked-text.ts';
import { citedSpans, liesIn } from './cited.ts';
import type { Detector } from './detector.ts';
import { ground } from './grounds.ts';
import { propose } from './propose.ts';
import { findSeen } from './structure/seen.ts';

/** Proposes what is quoted word for word: passages in quotation marks that are no titles, names or single terms. */
export const quotations: Detector = {
  id: 'quotations',
  version: 1,
  types: ['quotation'],
  *detect(text: CheckedText) {
    const view = text.once(findSeen);
    const cited = text.once(citedSpans);
    const found = findQuotations(view.text).filter(one => one.depth === 0 && isQuotation(one));
    for (const quotation of found) {
      const raw = view.raw(quotation);
      if (liesIn(cited, raw)) continue;
      const { attribution } = quotation;
      yield propose(text, {
        type: 'quotation',
        span: raw,
        fields: { speaker: attribution?.speaker },
        grounds: [
          attribution
            ? ground('quoted-as-said', 'A verb of saying stands beside the quoted words.')
            : ground('quoted-at-length', 'The quoted words are longer than a name or a title.'),
        ],
        worth: attribution?.speaker === undefined ? 0.5 : 0.75,
      });
    }
  },
};

/** Fewest words of a quotation that nothing says is one. */
const FEWEST_ALONE = 6;
const FEWEST_SAID = 3;

function isQuotation({ value, attribution }: FoundQuotation): boolean {
  const words = value.words.split(/\s+/);
  if (attribution?.speaker !== undefined) return words.length >= FEWEST_SAID;
  if (attribution) return words.length > FEWEST_SAID && !isTitle(words);
  return words.length >= FEWEST_ALONE && !isTitle(words);
}

/** Titles have capitals nearly throughout, short words aside. */
function isTitle(words: readonly string[]): boolean {
  const long = words.filter(word => word.length > 3 && /^\p{L}/u.test(word));
  return long.filter(word => /^\p{Lu}/u.test(word)).length > long.length * 0.6;
}
