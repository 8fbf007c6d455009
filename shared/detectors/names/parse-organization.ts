import { isGivenName } from '../words/given-names.ts';
import { courtesies } from '../words/opener-words.ts';
import { looseJoins, nameJoins, organizationNouns, slavicNouns } from '../words/organization-words.ts';
import { placeWords } from '../words/place-words.ts';
import { roleNouns } from '../words/role-words.ts';
import { speechVerbs } from '../words/speech-words.ts';
import { endingIn, wordSet } from '../words/words.ts';
import type { Word } from './words.ts';

/** A name is not longer than so many words. */
const LONGEST = 18;
/** So many small adjectives stand before or behind the noun: "Российское социалистическое движение". */
const ADJECTIVES = 3;

/** Nouns that are adjectives where another capitalised word follows: "International Department". */
const weakNouns = wordSet(
  'international internacional internationale internazionale интернационал radio service post times press order unit list general front group',
);
/** Gatherings: with an ordinal before it they are events, not bodies. */
const gatherings = wordSet(
  `congress conference forum meeting summit assembly session congreso conferencia foro asamblea congresso conferência assembleia congrès conférence assemblée kongress konferenz versammlung
   conferenza assemblea съезд съезда съезде конгресс конгресса конференция конференции форум форума ассамблея зʼїзд з'їзд конгрес конференція kongres kongresu konferencja zjazd zjazdu конференција kongresa skupština`,
);
const ordinals = wordSet(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth founding inaugural constituent extraordinary annual primer segundo tercer cuarto quinto fundacional constituyente premier deuxième troisième
   primo secondo terzo ersten zweiten dritten gründungs первый второй третий учредительный внеочередной учредительного перший другий установчий pierwszy drugi założycielski prvi drugi treći osnivački први други трећи оснивачки`,
);
/** Parts of an organization that are written small in its name: "Perm branch of the Workers Party". */
const parts = wordSet(
  'branch section chapter wing отделение отделения секция sección section sezione secção sekcja ogranak огранак осередок',
);
/** Bodies that are named by what they are about: "Commission on …". */
const topical = wordSet('commission committee council conference center centre institute congress');
const groupOwners = wordSet(
  'people women men workers peasants children students farmers youth citizens nurses teachers veterans mothers',
);
/** Callings that also stand in the names of their bodies: "Student Union". */
const softRoles = wordSet(
  `general student worker teacher lawyer doctor artist writer journalist actor engineer political executive trade academic scientist expert scientific federal state international doctor author editor senior national prime premier
   генеральный политический юрист политические`,
);
/** Genitives that follow a noun and complete a name though they are written small. */
const smallGenitives = wordSet(
  `труда мира прогресса свободы справедливости народа коммунистов социалистов рабочих профсоюзов трудящихся демократов пенсионеров роста возрождения единства дела регионов культуры наук журналистов писателей юристов молодёжи молодежи женщин ветеранов
   праці миру прогресу свободи справедливості народу комуністів соціалістів робітників профспілок трудящих демократів регіонів культури наук журналістів письменників молоді жінок ветеранів
   pracy pokoju postępu wolności sprawiedliwości narodowej komunistów socjalistów robotników demokratów zawodowych nauk dziennikarzy pisarzy młodzieży kobiet
   rada mira napretka slobode pravde naroda komunista socijalista radnika sindikata demokrata nauka novinara pisaca omladine mladih žena penzionera umirovljenika
   рада мира напретка слободе правде народа комуниста социјалиста радника синдиката демократа наука новинара писаца омладине младих жена пензионера
   travail travailleurs peuple lavoro lavoratori trabajo trabajadores trabalho trabalhadores`,
);
const ROMANCE_ADJECTIVE = endingIn(
  2,
  `iste istes al ale aux ales ais aise aises ien ienne iens ique iques ain aine ois oise if ive ives aire aires ant ante ista istas isti iste ano ana anos anas ani
   ico ica icos icas ici iche ese esi esa ivo iva ario aria ense eño eña ali ière ier iers el elle els elles eux euse uni unie unis unita uniti unido unida libre libero livre`,
);
const SLAVIC_ADJECTIVE = endingIn(
  2,
  `ый ий ой ая яя ое ее ого его ому ую юю ым им ых их ые ие ська ський ське ської ських цька цький цької на не ної них ного
   ska ski skie skiej skiego skich cka cki ckie ckiej na ny ne nej nego nych owa owy owe owej owego owych ka ki
   čka čki čko čke čkog škog ska sko ske skog skih na ni no ne nog nih ćka ova ove ovi
   ћка чка чки чко чке чког шка шки шко шке ска ски ско ске ског ских на ни но не ног них ова ове ови`,
);
const GERMAN_NOUN = endingIn(
  4,
  `partei stiftung verband verein gewerkschaft bewegung bündnis institut universität ministerium zentrum gesellschaft zeitung bund kommission
   ausschuss akademie`,
);

/** Whether a word names a kind of organization; in a hyphenated word the last part does. */
export function isNoun(word: Word): boolean {
  if (organizationNouns.has(word.key)) return true;
  if (word.isCapital && GERMAN_NOUN.test(word.key)) return true;
  const hyphen = word.key.lastIndexOf('-');
  return hyphen > 0 && word.isCapital && organizationNouns.has(word.key.slice(hyphen + 1));
}

/** Whether a capitalised word goes on with a name. */
const isPart = (word: Word | undefined): word is Word =>
  word !== undefined && word.gap === 'joined' && (word.isCapital || word.isNumber);

/** A name of an organization that begins at a word. */
export interface ParsedOrganization {
  readonly last: number;
  readonly noun: number;
}

/**
 * Reads the name of an organization that begins with a capitalised word: the noun that tells its kind, the words before
 * it, and what completes it.
 * @returns undefined where there is no such noun, or nothing beside it
 */
export function organizationAt(
  words: readonly Word[],
  first: number,
  smallParts: boolean,
): ParsedOrganization | undefined {
  const noun = nounFrom(words, first);
  if (noun < 0 || isEvent(words, first, noun)) return undefined;
  const last = completed(words, noun, first, smallParts);
  const isAlone = last === noun && noun === first;
  if (isAlone && !words[noun]!.key.includes('-')) return undefined;
  return { last, noun };
}

/** Goes over the words before the noun. @returns its index, -1 where there is none */
function nounFrom(words: readonly Word[], first: number): number {
  let found = -1;
  let small = 0;
  for (let i = first; i < words.length && i < first + LONGEST; i++) {
    const word = words[i]!;
    if (i > first && word.gap !== 'joined') break;
    const next = words[i + 1];
    const nextIsCapital = next?.gap === 'joined' && next.isCapital && !next.isOpener;
    if (i > first && word.isCapital && (word.isSmall || word.isCyrillic !== words[first]!.isCyrillic)) break;
    if (!word.isCapital && !word.isNumber) {
      if (i === first) break;
      if (isNoun(word)) {
        const isSmallNoun = small > 0 || nextIsCapital || isAdjective(words[i - 1]!) || isPartOf(words, i);
        return isSmallNoun ? i : found;
      }
      if (
        !isAdjective(word) ||
        ++small > ADJECTIVES ||
        nameJoins.has(word.key) ||
        !isAdjective(words[first]!)
      )
        break;
      continue;
    }
    if (small > 0) break;
    if (isHardRole(word)) break;
    if (isNoun(word)) {
      const isWeak = weakNouns.has(word.key) && nextIsCapital;
      if (!isWeak) found = i;
    }
    if (word.hasOwner && !groupOwners.has(word.key)) break;
  }
  return found;
}

const isHardRole = ({ key }: Word): boolean =>
  courtesies.has(key) || (roleNouns.has(key) && !softRoles.has(key) && !organizationNouns.has(key));

const isAdjective = ({ key }: Word): boolean =>
  key.length > 4 && (SLAVIC_ADJECTIVE.test(key) || ROMANCE_ADJECTIVE.test(key));

/** "branch of the Workers Party": the part of an organization that is named behind it. */
function isPartOf(words: readonly Word[], at: number): boolean {
  if (!parts.has(words[at]!.key)) return false;
  return afterJoins(words, at, nameJoins) !== undefined;
}

/** "the 23rd Congress", "sixth congress", "IV Конгресс". */
function isEvent(words: readonly Word[], first: number, noun: number): boolean {
  if (!gatherings.has(words[noun]!.key)) return false;
  const before = [...(words[first]!.gap === 'joined' ? [words[first - 1]] : []), ...words.slice(first, noun)];
  return before.some(
    word => word && (word.isNumber || ordinals.has(word.key) || /^[ivxl]+$/u.test(word.key)),
  );
}

/** @returns the index of the last word that belongs to a name whose noun is at `noun` */
function completed(words: readonly Word[], noun: number, first: number, smallParts: boolean): number {
  let last = direct(words, noun);
  for (let steps = 0; steps < 6 && last - first < LONGEST; steps++) {
    const small = Math.max(
      smallBehind(words, last, smallParts),
      isSlavicNoun(words[noun]!) && last === noun ? upToPlace(words, last) : last,
    );
    if (small > last) {
      last = direct(words, small);
      continue;
    }
    const complement = smallParts ? smallComplement(words, last, noun) : last;
    if (complement > last) {
      last = complement;
      continue;
    }
    const next = continued(words, last, first);
    if (next < 0) break;
    last = direct(words, next);
  }
  return last;
}

/** Whether a noun of a body is one of a Slavic language, which writes what completes it small. */
const isSlavicNoun = ({ key, isCyrillic }: Word): boolean => isCyrillic || slavicNouns.has(key);

/** Goes over capitalised words that follow one another. */
function direct(words: readonly Word[], from: number): number {
  let last = from;
  while (last - from < LONGEST) {
    const next = words[last + 1];
    if (!isPart(next) || words[last]!.hasOwner) break;
    if (next.isNumber && !isPart(words[last + 2])) break;
    if (next.isSmall || (next.isCyrillic !== words[from]!.isCyrillic && !next.isNumber)) break;
    if (isHardRole(next) || next.isInitial || beginsPerson(words, last + 1)) break;
    last++;
  }
  return last;
}

/** Whether a person's name begins behind the name of a body: "Председатель Союза … Нина Белова". */
function beginsPerson(words: readonly Word[], at: number): boolean {
  const behind = words[at + 1];
  return isGivenName(words[at]!.key) && isPart(behind) && !isNoun(behind);
}

/** "Союз композиторов России": small words behind a noun, up to the country or town that it is of. */
function upToPlace(words: readonly Word[], last: number): number {
  for (let i = last + 1; i <= last + ADJECTIVES + 1; i++) {
    const word = words[i];
    if (word?.gap !== 'joined' || word.isNumber) return last;
    if (word.isCapital) return i > last + 1 && placeWords.has(word.key) ? i : last;
    if (
      word.isSmall ||
      word.key.length < 4 ||
      nameJoins.has(word.key) ||
      looseJoins.has(word.key) ||
      speechVerbs.has(word.key)
    )
      return last;
  }
  return last;
}

/** Small adjectives and genitives that complete a name: "Parti communiste français", "Конфедерация труда". */
function smallBehind(words: readonly Word[], last: number, smallParts: boolean): number {
  let at = last;
  if (!words[last]!.isCapital && !isNoun(words[last]!)) return last;
  for (let i = last + 1; i <= last + ADJECTIVES; i++) {
    const word = words[i];
    if (word?.gap !== 'joined' || word.isCapital || word.isNumber) break;
    if (smallGenitives.has(word.key)) at = i;
    else if (
      smallParts &&
      words[last]!.isCapital &&
      isNoun(words[last]!) &&
      ROMANCE_ADJECTIVE.test(word.key) &&
      word.key.length > 4
    )
      at = i;
    else if (!(SLAVIC_ADJECTIVE.test(word.key) && word.key.length > 4)) break;
  }
  return at;
}

/** "Confédération générale du travail", "Ligue des droits de l’homme": nouns written small behind a noun with a capital. */
function smallComplement(words: readonly Word[], last: number, noun: number): number {
  if (!words[noun]!.isCapital || last - noun > 5) return last;
  let at = last + 1;
  while (at <= last + 3 && words[at]?.gap === 'joined' && SMALL_JOIN.has(words[at]!.key)) at++;
  const word = words[at];
  const isNounBehind =
    at > last + 1 && word?.gap === 'joined' && !word.isCapital && !word.isNumber && word.key.length > 3;
  return isNounBehind && !isSmallWord(word) ? at : last;
}

const SMALL_JOIN = wordSet('du de des d la l les del della dei delle degli dell do da dos das los las');
const isSmallWord = ({ isSmall, key }: Word): boolean => isSmall || roleNouns.has(key);

/** Goes over the words that join parts of a name. @returns the index of the capitalised word behind them */
function afterJoins(
  words: readonly Word[],
  last: number,
  joins: ReadonlySet<string>,
): { at: number; hasArticle: boolean; isAnd: boolean } | undefined {
  let isAnd = false;
  let hasArticle = false;
  for (let i = last + 1; i <= last + 3; i++) {
    const word = words[i];
    if (word?.gap !== 'joined') return undefined;
    if (word.isCapital) return i === last + 1 ? undefined : { at: i, hasArticle, isAnd };
    if (!joins.has(word.key)) return undefined;
    if (AND.has(word.key)) isAnd = true;
    else if (ARTICLE.has(word.key)) hasArticle = true;
  }
  return undefined;
}

const AND = wordSet('and und et y e i и та і');
const ARTICLE = wordSet('the la el los las le les die der das il lo gli');
const withLoose = new Set([...nameJoins, ...looseJoins]);

/** @returns the index of the word with which a name goes on behind "of", "for the", "and"; -1 where it ends */
function continued(words: readonly Word[], last: number, first: number): number {
  if (words[last]!.hasOwner) return -1;
  const join = afterJoins(words, last, nameJoins);
  if (!join) {
    const loose = afterJoins(words, last, withLoose);
    if (!loose || loose.isAnd) return -1;
    const isTopic = words[last + 1]!.key === 'on' && topical.has(words[last]!.key);
    return isTopic || hasNounFrom(words, loose.at) ? loose.at : -1;
  }
  const next = words[join.at]!;
  if (isHardRole(next) || (next.isOpener && next.end - next.start > 1)) return -1;
  if (!join.isAnd) return join.at;
  if (leadsToRole(words, join.at)) return -1;
  const isPlace = placeWords.has(next.key);
  const followsPlace = placeWords.has(words[last]!.key);
  if (join.hasArticle) return isPlace && followsPlace ? join.at : -1;
  if (followsPlace && isPlace) return -1;
  const hasComplement = words.slice(first, last).some(({ isCapital }) => !isCapital);
  const isCompound = hasComplement || last === first;
  return isCompound && !hasNounFrom(words, join.at) && !words[last]!.isInitial ? join.at : -1;
}

/** Whether an office follows: "and Regional Coordinator". */
function leadsToRole(words: readonly Word[], from: number): boolean {
  for (let i = from; i < from + 4 && (i === from || isPart(words[i])); i++)
    if (isHardRole(words[i]!)) return true;
  return false;
}

/** Whether the words from here on name a body of their own. */
const hasNounFrom = (words: readonly Word[], from: number): boolean => nounFrom(words, from) >= 0;
