import { folded } from '../../values/folded.ts';
import { withoutMarkup } from '../../values/markup.ts';
import { citationsOf } from '../found-citation.ts';
import { because, type CitationCheck, checkOf, sideOf } from './check.ts';
import { lettersApart, plainWords } from './words.ts';

/** "johnsmith", "john_smith99", "@john", "JohnS1987": one word that is written as no name is. */
const USER_NAME =
  /^@?(?=.*\p{L})(?:[\p{Ll}\d._-]{4,40}|[\p{L}.-]*[\d_][\p{L}\d._-]*|@.{1,40}|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+\d+)$/u;
const NO_PERSON =
  /^(?:admin|administrator|editor|redaction|redacción|redaccion|rédaction|redazione|staff|webmaster|wpadmin|root|user|guest|prensa|press|news|redakcja|redakcija|редакция|админ)$/iu;

const userName: CitationCheck = checkOf({
  id: 'cite-author-user-name',
  severity: 'info',
  label: 'User names in place of authors',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const author = citation.field('author');
      if (!author || citation.field('given')) continue;
      const name = folded(withoutMarkup(author.text));
      if (name.length > 60 || !(USER_NAME.test(name) || NO_PERSON.test(name)) || /\.\p{L}{2,}$/u.test(name))
        continue;
      yield {
        message: `“${name}” looks like the name of a user, not of a person.`,
        given: { name },
        about: [name, citation.address?.text ?? ''],
        sides: [sideOf(checked.text, author.whole)],
      };
    }
  },
});

/** Shorter words differ by a letter or two without being meant for the same. */
const SHORTEST = 4;

const misnamed: CitationCheck = checkOf({
  id: 'ref-name-spelling',
  severity: 'info',
  label: 'Names of references that spell author or work otherwise',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const { name, template, reference } = citation;
      if (!name || !template || !reference) continue;
      const fields = ['author', 'given', 'site', 'publisher'].flatMap(key => {
        const field = citation.field(key as 'author');
        return field ? [{ field, words: plainWords(field.text) }] : [];
      });
      const known = new Set([
        ...fields.flatMap(({ words }) => words),
        ...plainWords(citation.field('title')?.text ?? ''),
      ]);
      for (const word of wordsOfName(name)) {
        if (word.length < SHORTEST || known.has(word)) continue;
        const near = fields.find(({ words }) => words.some(other => isMisspelling(word, other)));
        if (!near) continue;
        const other = near.words.find(each => isMisspelling(word, each))!;
        yield {
          message: `The reference is named “${name}”, but the citation has “${near.field.text}”.`,
          given: { name, field: near.field.text },
          about: [name, near.field.text],
          sides: [
            sideOf(checked.text, { start: reference.start, end: reference.openEnd }),
            sideOf(checked.text, near.field.whole),
          ],
          grounds: [
            because('near-words', `“${word}” and “${other}” differ by a letter or two.`, { word, other }),
          ],
        };
        break;
      }
    }
  },
});

/** "StrategicCulture2026" is three words. */
const wordsOfName = (name: string): string[] =>
  plainWords(name.replace(/(\p{Ll})(?=\p{Lu})|(\p{L})(?=\d)/gu, '$1$2 '));

function isMisspelling(word: string, other: string): boolean {
  if (other.length < SHORTEST || word === other || /\d/.test(word + other)) return false;
  const longest = Math.max(word.length, other.length);
  const allowed = longest >= 7 ? 2 : 1;
  const isInflected = word.startsWith(other) || other.startsWith(word);
  return !isInflected && word[0] === other[0] && lettersApart(word, other, allowed + 1) <= allowed;
}

const year: CitationCheck = checkOf({
  id: 'ref-name-year',
  severity: 'info',
  label: 'Years in the names of references that differ from the date',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const { name, reference } = citation;
      const date = citation.field('date');
      const named = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(name?.slice(0, 200) ?? '')?.[1];
      const years: readonly string[] = date?.text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
      if (!named || !reference || years.length === 0 || years.includes(named)) continue;
      if (citation.field('title')?.text.includes(named)) continue;
      yield {
        message: `The reference is named “${name}”, but its source is dated ${date!.text}.`,
        given: { name: name!, date: date!.text },
        about: [name!, date!.text],
        sides: [
          sideOf(checked.text, { start: reference.start, end: reference.openEnd }),
          sideOf(checked.text, date!.whole),
        ],
      };
    }
  },
});

export const authorChecks: readonly CitationCheck[] = [userName, misnamed, year];
