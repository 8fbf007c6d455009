import type { CheckedText } from '../../detectors/checked-text.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import { compareNames } from '../../values/names/compare/compare.ts';
import { explainNames } from '../../values/names/compare/explain.ts';
import { nameKeys } from '../../values/names/compare/keys.ts';
import { type PreparedName, prepareName } from '../../values/names/compare/prepare.ts';
import { scriptOf } from '../../values/names/script.ts';
import type { Finding, FoundSpan } from '../finding.ts';
import { found, speaksAgainst } from '../found.ts';
import { byPlace, hullOf, spanAt, spansOf } from '../place.ts';
import { type Passage, passageRule } from '../rule.ts';
import { isTelling, learnedNames, nameOf, preparedName } from '../text/names.ts';

interface Written extends Passage {
  readonly name: PreparedName;
  readonly spans: readonly FoundSpan[];
  /** Whether it stands in another script than most of its text. */
  readonly isForeign: boolean;
}

const FOREIGN: Readonly<Record<string, RegExp>> = {
  Latn: /(?<![\p{L}\p{M}])\p{Lu}[\p{Script=Cyrillic}\p{M}’'.-]{1,30}(?:[ \u00a0]\p{Lu}[\p{Script=Cyrillic}\p{M}’'.-]{1,30}){1,3}/gu,
  Cyrl: /(?<![\p{L}\p{M}])\p{Lu}[\p{Script=Latin}\p{M}’'.-]{1,30}(?:[ \u00a0]\p{Lu}[\p{Script=Latin}\p{M}’'.-]{1,30}){1,3}/gu,
};
const SAMPLE = 4000;
const MOST = 60;

const rule = {
  id: 'other-script',
  version: 1,
  kind: 'name-variant',
  severity: 'info',
  label: 'Names that a text writes in two scripts',
} as const;

/** A name stands in another script than its text is in, and in the text’s own script as well. */
export const otherScript = passageRule<Written>({
  ...rule,
  compares: 'passages',
  reads: 'mentions',
  most: MOST,
  *find(text, mentions): Iterable<Written> {
    const foreign = text.once(findForeign);
    if (foreign.length === 0 && !text.markup.length && mentions.length === 0) return;
    for (const mention of mentions) {
      const value = nameOf(mention);
      if (value?.bearer !== 'person') continue;
      const name = preparedName(value);
      const keys = nameKeys(name);
      yield {
        documentId: text.documentId,
        start: hullOf(mention).start,
        name,
        spans: spansOf(mention, text),
        isForeign: false,
        keys,
        from: mention,
      };
    }
    for (const span of foreign) {
      const name = prepareName(span.quote, { bearer: 'person', language: text.context.language });
      yield {
        documentId: text.documentId,
        start: span.start,
        name,
        spans: [span],
        isForeign: true,
        keys: nameKeys(name),
      };
    }
  },
  *examine(_key, names, known): Iterable<Finding> {
    const foreign = names.filter(({ isForeign }) => isForeign);
    if (foreign.length === 0) return;
    const learned = learnedNames(known);
    for (const one of foreign) {
      for (const other of names) {
        if (other.isForeign || scriptOf(one.name.text) === scriptOf(other.name.text)) continue;
        const comparison = compareNames(one.name, other.name, { learned });
        const matched = comparison.tokens.filter(({ left }) => left.some(isTelling)).length;
        if (comparison.relation === 'different' || comparison.decided !== undefined || matched < 2) continue;
        const given = { a: one.name.text, b: other.name.text };
        const ends = [one, other].sort((a, b) => byPlace(a.spans[0]!, b.spans[0]!));
        yield found(rule, {
          message: `${given.a} seems to be ${given.b} in another script`,
          given,
          sides: ends.map(({ name, spans }) => ({ value: name.text, spans })),
          grounds: [
            ...explainNames(one.name, other.name, {}, comparison),
            speaksAgainst('other-script.gloss', 'The other script may be given on purpose'),
          ],
          key: `${rule.id}|${[given.a, given.b].sort().join('|')}`,
        });
      }
    }
  },
});

/** Names of two words or more in the script that most of the text is not in. */
function findForeign(text: CheckedText): readonly FoundSpan[] {
  const view = text.once(findSeen);
  const pattern = FOREIGN[scriptOf(view.text.slice(0, SAMPLE))];
  if (!pattern) return [];
  return [...view.text.matchAll(pattern)].map(({ 0: words, index }) => {
    const { start, end } = view.raw({ start: index, end: index + words.length });
    return spanAt(text, start, end);
  });
}
