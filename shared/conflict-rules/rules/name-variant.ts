import { compareNames, type NameComparison, type NameRelation } from '../../values/names/compare/compare.ts';
import { explainNames } from '../../values/names/compare/explain.ts';
import { nameKeys } from '../../values/names/compare/keys.ts';
import type { NameToken } from '../../values/names/compare/name-token.ts';
import type { NameValue } from '../../values/names/name.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import type { Known } from '../known.ts';
import type { Mention } from '../mention.ts';
import { spansOf } from '../place.ts';
import type { Form, PairRule } from '../rule.ts';
import { countryNamed, countryOfAdjective } from '../text/countries.ts';
import { listAround } from '../text/lists-around.ts';
import { areSettled, isTelling, learnedNames, nameOf, preparedName } from '../text/names.ts';
import { partNouns } from '../text/part-nouns.ts';

/** Two entries of one list are two by construction, unless they are as good as equal. */
const EQUAL_IN_LIST = 0.97;
/** Of two organizations' words so many must be the same where one has more of them. */
const SHORT_SHARE = 0.6;
/** So alike a word must be to another where little else speaks for them. */
const CLOSE = 0.9;
const MOST_SPANS = 40;

/** One person or organization under two names: respelt, in another script, by initials, shortened. */
export const nameVariant: PairRule = {
  id: 'name-variant',
  version: 2,
  kind: 'name-variant',
  severity: 'warning',
  label: 'Names that seem to be two forms of one',
  compares: 'pairs',
  form(mention) {
    const name = nameOf(mention);
    if (!name || name.bearer === 'place' || name.full.length > 200) return undefined;
    return `${name.bearer}|${name.full}`;
  },
  keys(mention) {
    const name = nameOf(mention)!;
    return nameKeys(preparedName(name)).map(key => `${name.bearer} ${key}`);
  },
  *compare(one, other, known): Iterable<Finding> {
    const [a, b] = [nameOf(one.mentions[0]!)!, nameOf(other.mentions[0]!)!];
    const options = { bearer: a.bearer, learned: learnedNames(known) };
    const comparison = sameButForLittleWords(compareNames(preparedName(a), preparedName(b), options));
    const { relation } = comparison;
    if (relation === 'different' || relation === 'same' || relation === 'inflection') return;
    if (comparison.decided !== undefined || areSettled(one, other, known)) return;
    if (!isWorthSaying(comparison, a, b)) return;
    if (!isMoreThanAlike(comparison) && areInOneList(one, other, known)) return;
    if (haveOtherCountries(one, other)) return;
    const severity = severityOf(comparison, one, other, a, known);
    if (!severity) return;
    const given = { a: a.full, b: b.full, relation };
    yield found(nameVariant, {
      severity,
      message: `${SAYS[comparison.relation]}: ${a.full}, ${b.full}`,
      given,
      sides: [
        {
          value: a.full,
          spans: one.mentions
            .slice(0, MOST_SPANS)
            .flatMap(mention => spansOf(mention, known.texts.get(mention.documentId))),
        },
        {
          value: b.full,
          spans: other.mentions
            .slice(0, MOST_SPANS)
            .flatMap(mention => spansOf(mention, known.texts.get(mention.documentId))),
        },
      ],
      grounds: [
        ...explainNames(preparedName(a), preparedName(b), options, comparison),
        ...contextGrounds(one, other),
      ],
      key: `name-variant|${one.key}|${other.key}`,
    });
  },
};

/** From this score on names are forms of one where they differ in little words besides. */
const NEAR = 0.72;

/** "Institute for …" and "Institute of …": what little words are left over makes no other name. */
function sameButForLittleWords(comparison: NameComparison): NameComparison {
  const { relation, score, left, right } = comparison;
  if (relation !== 'different' || score < NEAR || comparison.decided !== undefined) return comparison;
  return [...left, ...right].some(isTelling) ? comparison : { ...comparison, relation: 'variant' };
}

const SAYS: Readonly<Record<NameRelation, string>> = {
  variant: 'Two forms of what seems to be one name',
  'short-form': 'A name and what seems to be a shorter form of it',
  initials: 'A name and what seems to be the same with initials',
  same: 'The same name',
  inflection: 'A name in two cases',
  different: 'Different names',
};

const BLURRED: ReadonlySet<string> = new Set(['edit', 'vowels-left-out', 'meaning', 'merged']);

function isWorthSaying(
  { tokens, left, right, relation, score }: NameComparison,
  a: NameValue,
  b: NameValue,
): boolean {
  const telling = tokens.filter(pair => pair.left.some(isTelling) || pair.by === 'initial');
  const blurred = telling.filter(({ by }) => BLURRED.has(by));
  const [lefts, rights] = [left.filter(isTelling), right.filter(isTelling)];
  if (telling.length === 0 || blurred.some(nameTwoCountries)) return false;
  if (lefts.length === 0 && rights.length === 0 && telling.every(areCases)) return false;
  if (a.bearer === 'person') {
    if (telling.length < 2) return false;
    const isClose = blurred.every(({ similarity }) => similarity >= 0.8);
    return isClose && (relation !== 'variant' || blurred.length < 2 || score >= 0.9);
  }
  if (lefts.length > 0 && rights.length > 0) return false;
  const rest = [...lefts, ...rights];
  if (rest.length > 0) {
    const share = telling.length / (telling.length + rest.length);
    return telling.length >= 3 && share >= SHORT_SHARE && !rest.some(isPart) && !rest.some(isCountry);
  }
  // Translations of one word ("Socialists", "Socialist") are no forms of a name by themselves.
  if (telling.length - blurred.length >= 2)
    return blurred.every(({ similarity }) => similarity >= (blurred.length > 1 ? 0.85 : 0.65));
  return blurred.every(({ similarity, by }) => similarity >= CLOSE && by !== 'meaning') && b.full.length >= 5;
}

/** Whether two entries of one list may still be one: as good as equal, and neither says more than the other. */
const isMoreThanAlike = ({ score, left, right }: NameComparison): boolean =>
  score >= EQUAL_IN_LIST && ![...left, ...right].some(isTelling);

const isPart = ({ plain }: NameToken) => partNouns.has(plain);
/** Letters of which Slavic languages make the endings that tell case, gender and number. */
const ENDING = /^[aeiouyąęójmhgwvаеиоуыэюяёйьгмхівї]*$/u;
const LONGEST_ENDING = 3;

/** Whether two words are one in two cases, in a language that has them. */
function areCases({ left, right }: NameComparison['tokens'][number]): boolean {
  const words = [left, right].map(tokens =>
    tokens
      .map(({ text }) => text)
      .join(' ')
      .toLowerCase(),
  );
  const [one, other] = words as [string, string];
  if (one === other) return true;
  let same = 0;
  while (same < Math.min(one.length, other.length) && one[same] === other[same]) same++;
  const tails = words.map(word => word.slice(same));
  // Where the ends agree, the difference stands within the word and is no ending.
  if (tails[0] && tails[1] && tails[0].at(-1) === tails[1].at(-1)) return false;
  return (
    same >= 3 &&
    tails.every(tail => tail.length <= LONGEST_ENDING && ENDING.test(tail)) &&
    words.some(isSlavic)
  );
}

const isSlavic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word) || /[ąęłńśźżćčšžđ]/u.test(word);

const isCountry = ({ text }: NameToken) =>
  countryNamed(text) !== undefined || countryOfAdjective(text) !== undefined;

function nameTwoCountries({ left, right }: NameComparison['tokens'][number]): boolean {
  const code = (tokens: readonly NameToken[]) => {
    const text = tokens.map(token => token.text).join(' ');
    return countryNamed(text) ?? countryOfAdjective(text);
  };
  const [one, other] = [code(left), code(right)];
  return one !== undefined && other !== undefined && one !== other;
}

function areInOneList(one: Form, other: Form, known: Known): boolean {
  const lists = (form: Form) =>
    new Set(
      form.mentions.flatMap(mention => {
        const text = known.texts.get(mention.documentId);
        const list = text && listAround(text, mention);
        return list === undefined ? [] : `${mention.documentId} ${list}`;
      }),
    );
  const ours = lists(one);
  return ours.size > 0 && [...lists(other)].some(list => ours.has(list));
}

const countryOf = ({ fields }: Mention) => countryNamed(fields.country ?? '');

function haveOtherCountries(one: Form, other: Form): boolean {
  const codes = (form: Form) => new Set(form.mentions.flatMap(mention => countryOf(mention) ?? []));
  const [ours, theirs] = [codes(one), codes(other)];
  return ours.size > 0 && theirs.size > 0 && ![...ours].some(code => theirs.has(code));
}

/** Forms of other scripts and languages are right where they stand; what differs in accents or length alone is worth knowing. */
function severityOf(
  { relation, tokens, left, right }: NameComparison,
  one: Form,
  other: Form,
  name: NameValue,
  known: Known,
): 'warning' | 'info' | undefined {
  const isWhole = ![...left, ...right].some(isTelling);
  const [ours, theirs] = [languagesOf(one, known), languagesOf(other, known)];
  const sharesLanguage =
    ours.size === 0 || theirs.size === 0 || [...ours].some(language => theirs.has(language));
  const crossesScripts = tokens.some(({ by }) => by === 'transliteration');
  const isBlurred = tokens.some(({ by }) => by === 'edit' || by === 'vowels-left-out' || by === 'merged');
  if (!sharesLanguage && !(isBlurred && !crossesScripts)) return undefined;
  if (relation !== 'variant' || !isWhole || crossesScripts || !sharesLanguage) return 'info';
  const differs = tokens.some(({ by, similarity }) => by === 'fold' || (by === 'edit' && similarity >= 0.65));
  return differs && (name.bearer === 'person' || isBlurred || tokens.length > 1) ? 'warning' : 'info';
}

function languagesOf(form: Form, known: Known): ReadonlySet<string> {
  return new Set(
    form.mentions.flatMap(
      ({ documentId }) => known.texts.get(documentId)?.context.language?.slice(0, 2) ?? [],
    ),
  );
}

function* contextGrounds(one: Form, other: Form) {
  for (const field of ['affiliation', 'role'] as const) {
    const values = (form: Form) =>
      new Set(form.mentions.flatMap(({ fields }) => fields[field]?.toLowerCase() ?? []));
    const [ours, theirs] = [values(one), values(other)];
    if (ours.size === 0 || theirs.size === 0) continue;
    const shared = [...ours].find(value => theirs.has(value));
    yield shared === undefined
      ? speaksAgainst(
          `name-variant.other-${field}`,
          `Their ${field}s differ: ${[...ours][0]}, ${[...theirs][0]}`,
          {
            a: [...ours][0]!,
            b: [...theirs][0]!,
          },
        )
      : speaksFor(`name-variant.same-${field}`, `Both have the same ${field}: ${shared}`, { value: shared });
  }
}
