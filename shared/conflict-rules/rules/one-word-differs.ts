import type { NameToken } from '../../values/names/compare/name-token.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { spansOf } from '../place.ts';
import type { PairRule } from '../rule.ts';
import { designation } from '../text/designations.ts';
import { listAround } from '../text/lists-around.ts';
import { areSettled, isTelling, learnedNames, nameOf, preparedName } from '../text/names.ts';
import { stemOf } from '../text/stems.ts';

const FEWEST_WORDS = 3;
const MOST_WORDS = 10;

/** Written short and in full; the first of a row is the short one. */
const ABBREVIATIONS: readonly ReadonlySet<string>[] = [
  'st saint sankt san santa santo são sainte sveti sveta свети санкт',
  'mt mount monte mont',
  'ft fort',
  'intl international internacional internazionale',
  'natl national nacional nazionale',
  'dept department',
  'univ university universidad université universität università universidade',
  'inst institute instituto institut istituto',
].map(row => new Set(row.split(' ').map(word => word.normalize('NFD').replace(/\p{M}/gu, ''))));

/** Two names of an organization are the same but for one word, which says what it is or is an abbreviation. */
export const oneWordDiffers: PairRule = {
  id: 'one-word-differs',
  version: 1,
  kind: 'name-variant',
  severity: 'warning',
  label: 'Names of organizations that are the same but for what they call themselves',
  compares: 'pairs',
  form(mention) {
    const name = nameOf(mention);
    if (name?.bearer !== 'organization' || name.full.length > 200) return undefined;
    const words = preparedName(name).tokens.filter(isTelling);
    return words.length >= FEWEST_WORDS && words.length <= MOST_WORDS ? name.full : undefined;
  },
  *keys(mention) {
    const words = preparedName(nameOf(mention)!).tokens.filter(isTelling).map(stemKey);
    for (const out of words.keys())
      yield words
        .filter((_, i) => i !== out)
        .sort()
        .join(' ');
  },
  *compare(one, other, known): Iterable<Finding> {
    const [a, b] = [nameOf(one.mentions[0]!)!, nameOf(other.mentions[0]!)!];
    const [ours, theirs] = [
      preparedName(a).tokens.filter(isTelling),
      preparedName(b).tokens.filter(isTelling),
    ];
    const [word] = without(ours, theirs);
    const [instead] = without(theirs, ours);
    if (!word || !instead || areSettled(one, other, known)) return;
    const { entityOf } = learnedNames(known);
    if (entityOf.has(preparedName(a).form) && entityOf.has(preparedName(b).form)) return;
    const rename = isRenamed(word, instead);
    if (!rename && !isAbbreviated(word, instead)) return;
    const documents = new Set(one.mentions.map(({ documentId }) => documentId));
    const isNear = other.mentions.some(({ documentId }) => documents.has(documentId));
    const lists = new Set(one.mentions.map(mention => listKey(mention, known)).filter(Boolean));
    if (other.mentions.some(mention => lists.has(listKey(mention, known)))) return;
    if (rename && !isNear && ours.length < FEWEST_WORDS + 1) return;
    const given = { a: a.full, b: b.full, word: word.text, instead: instead.text };
    yield found(oneWordDiffers, {
      severity: rename && isNear ? 'warning' : 'info',
      message: `${a.full} and ${b.full} are the same but for “${word.text}” and “${instead.text}”`,
      given,
      sides: [one, other].map(form => ({
        value: nameOf(form.mentions[0]!)!.full,
        spans: form.mentions.flatMap(mention => spansOf(mention, known.texts.get(mention.documentId))),
      })),
      grounds: [
        speaksFor('one-word-differs.same', `All other words are the same`),
        rename
          ? speaksFor(
              'one-word-differs.designation',
              `“${word.text}” and “${instead.text}” say what it is`,
              given,
            )
          : speaksFor(
              'one-word-differs.short',
              `“${word.text}” and “${instead.text}” are one word, short and in full`,
              given,
            ),
        ...(isNear ? [] : [speaksAgainst('one-word-differs.apart', 'They stand in different documents')]),
      ],
      key: `one-word-differs|${one.key}|${other.key}`,
    });
  },
};

function listKey(
  mention: Parameters<typeof listAround>[1],
  known: Parameters<typeof areSettled>[2],
): string | undefined {
  const text = known.texts.get(mention.documentId);
  const list = text && listAround(text, mention);
  return list === undefined ? undefined : `${mention.documentId} ${list}`;
}

function without(words: readonly NameToken[], others: readonly NameToken[]): readonly NameToken[] {
  const left = others.map(stemKey);
  return words.filter(word => {
    const at = left.indexOf(stemKey(word));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Slavic names are compared whatever case they stand in. */
const stemKey = ({ text, fold }: NameToken): string =>
  /\p{Script=Cyrillic}/u.test(text) ? stemOf(text) : fold;

function isRenamed(word: NameToken, instead: NameToken): boolean {
  const [one, other] = [designation(word.text), designation(instead.text)];
  return one !== undefined && other !== undefined && one !== other;
}

const isAbbreviated = (word: NameToken, instead: NameToken): boolean =>
  ABBREVIATIONS.some(row => row.has(word.plain) && row.has(instead.plain));
