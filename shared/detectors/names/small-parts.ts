import { looseJoins, nameJoins } from '../words/organization-words.ts';
import { placeWords } from '../words/place-words.ts';
import { roleNouns } from '../words/role-words.ts';
import { speechVerbs } from '../words/speech-words.ts';
import { wordSet } from '../words/words.ts';
import { ADJECTIVES, ROMANCE_ADJECTIVE, SLAVIC_ADJECTIVE } from './adjectives.ts';
import { isNoun } from './organization-noun.ts';
import type { Word } from './words.ts';

/** Genitives that follow a noun and complete a name though they are written small. */
const smallGenitives = wordSet(
  `труда мира прогресса свободы справедливости народа коммунистов социалистов рабочих профсоюзов трудящихся демократов пенсионеров роста возрождения единства дела регионов культуры наук журналистов писателей юристов молодёжи молодежи женщин ветеранов
   праці миру прогресу свободи справедливості народу комуністів соціалістів робітників профспілок трудящих демократів регіонів культури наук журналістів письменників молоді жінок ветеранів
   pracy pokoju postępu wolności sprawiedliwości narodowej komunistów socjalistów robotników demokratów zawodowych nauk dziennikarzy pisarzy młodzieży kobiet
   rada mira napretka slobode pravde naroda komunista socijalista radnika sindikata demokrata nauka novinara pisaca omladine mladih žena penzionera umirovljenika
   рада мира напретка слободе правде народа комуниста социјалиста радника синдиката демократа наука новинара писаца омладине младих жена пензионера
   travail travailleurs peuple lavoro lavoratori trabajo trabajadores trabalho trabalhadores`,
);
/** What joins such a noun to the one before it. */
const SMALL_JOIN = wordSet('du de des d la l les del della dei delle degli dell do da dos das los las');

/** "Союз композиторов России": small words behind a noun, up to the country or town that it is of. */
export function upToPlace(words: readonly Word[], last: number): number {
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
export function smallBehind(words: readonly Word[], last: number, smallParts: boolean): number {
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
export function smallComplement(words: readonly Word[], last: number, noun: number): number {
  if (!words[noun]!.isCapital || last - noun > 5) return last;
  let at = last + 1;
  while (at <= last + 3 && words[at]?.gap === 'joined' && SMALL_JOIN.has(words[at]!.key)) at++;
  const word = words[at];
  const isNounBehind =
    at > last + 1 && word?.gap === 'joined' && !word.isCapital && !word.isNumber && word.key.length > 3;
  return isNounBehind && !isSmallWord(word) ? at : last;
}

const isSmallWord = ({ isSmall, key }: Word): boolean => isSmall || roleNouns.has(key);
