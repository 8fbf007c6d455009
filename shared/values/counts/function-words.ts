import { wordKey } from '../folded.ts';

/**
 * Words that end a noun phrase: prepositions, conjunctions that open a clause, pronouns and the commonest verbs, as
 * keys. "And" and "or" are not among them, since they join nouns.
 */
const TABLE: Readonly<Record<string, string>> = {
  en: 'of from to in on at by with without for as than that which who whom whose where when while because if but so is are was were be been being has have had having do does did will would can could may might must shall should not it its they them their he she his her we our you your this these those there here into onto over under above below between among amongst during since until till after before against about across along around behind beyond near off out per through throughout towards toward upon via within worldwide today now already also then only even still yet ever never ago away back down up such both each either all any some every more most less fewer many much said says say took take taken took part came come went go goes made make makes joined signed met held gave given sent left became become including included include includes the a an',
  es: 'de del desde a al en con sin por para como que cual cuales quien quienes donde cuando mientras porque si pero es son era eran fue fueron ser estar está están estaba ha han había haber no se lo la los las le les su sus este esta estos estas ese esa hay sobre bajo entre durante hasta hacia contra tras según ya también más menos muy según y/o el un una unos unas se les',
  fr: 'de du des d à au aux en dans avec sans pour par comme que qui dont où quand pendant parce si mais est sont était étaient fut furent être a ont avait avaient avoir ne pas se le la les l leur leurs son sa ses ce cette ces il ils elle elles on nous vous sur sous entre depuis jusque vers contre après selon déjà aussi plus moins très chez lors un une y',
  it: 'di del della dei delle degli dello dell da dal dalla dai dalle a al alla ai alle in nel nella nei nelle con senza per come che chi cui dove quando mentre perché se ma è sono era erano fu furono essere ha hanno aveva avere non si lo la i gli le il un una uno su sul sulla sotto tra fra durante fino verso contro dopo secondo già anche più meno molto loro suo sua suoi sue questo questa questi queste l d',
  pt: 'de do da dos das desde a ao à aos às em no na nos nas com sem por pelo pela pelos pelas para como que quem onde quando enquanto porque se mas é são era eram foi foram ser estar está estão tem têm tinha não o os as um uma uns umas sobre sob entre durante até contra após segundo já também mais menos muito seu sua seus suas este esta estes estas',
  de: 'von vom aus zu zum zur in im am an auf bei mit ohne für als wie dass die der das den dem des welche welcher welches wer wo wenn während weil ob aber ist sind war waren wurde wurden werden wird hat haben hatte hatten sein nicht es er sie wir ihr ihre ihren sich über unter zwischen seit bis gegen nach laut schon auch mehr weniger sehr nahmen teil ein eine einen einer eines kamen beteiligten',
  ru: 'из от до в во на с со к ко о об обо по за для без при под над между через около после перед против среди у что который которая которые которых кто где когда пока потому если но а же ли это эти этот эта был была было были есть будет будут не ни он она они оно мы вы я его её их свой своих уже также ещё только более менее чем как так приняли принимали участвовали вошли объединились прибыли стали',
  uk: 'з зі із від до в у на к о об по за для без при під над між через біля після перед проти серед що який яка які яких хто де коли поки бо якщо але а ж це ці цей був була було були є буде будуть не ні він вона вони воно ми ви я його її їх свій своїх вже також ще лише більше менше ніж як так взяли брали',
  pl: 'z ze od do w we na o po za dla bez przy pod nad między przez około przed przeciw wśród u że który która które których kto gdzie kiedy gdy bo jeśli ale a to te ten ta był była było były jest są będzie nie on ona oni one my wy ja jego jej ich się swoich już także jeszcze tylko więcej mniej niż jak tak wzięło brało zostało',
  sr: 'iz od do u na s sa ka o ob po za bez pri pod nad među između kroz oko posle nakon pred protiv kod da koji koja koje kojih ko gde gdje kad kada dok jer ako ali a to ovi ovaj ova bio bila bilo bili je su će biće ne ni on ona oni ono mi vi ja njegov njen njihov se svojih već takođe još samo više manje nego kao tako ih njih učestvovalo sudjelovalo из од до у на с са ка о об по за без при под над међу између кроз око после након пред против код да који која које којих ко где кад када док јер ако али а то ови овај ова био била било били је су ће биће не ни он она они оно ми ви ја његов њен њихов се својих већ такође још само више мање него као тако учествовало',
};

const byLanguage: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(TABLE).map(([language, words]) => [language, new Set(words.split(' ').map(wordKey))]),
);
const everywhere: ReadonlySet<string> = new Set([...byLanguage.values()].flatMap(words => [...words]));

/** @returns the words that end a noun phrase in the language; of all known languages where it is not one of them. */
export function functionWords(language: string | undefined): ReadonlySet<string> {
  const own = language === 'hr' || language === 'bs' ? 'sr' : language;
  return (own === undefined ? undefined : byLanguage.get(own)) ?? everywhere;
}

/** Words looked at to tell the language. */
const SAMPLE = 3000;
/** So many of them must be function words of one language. */
const FEWEST = 4;

/** Guesses the language of a text by its commonest words, among those whose function words are known. */
export function languageBySmallWords(keys: Iterable<string>): string | undefined {
  const scores = new Map<string, number>();
  let seen = 0;
  for (const key of keys) {
    if (++seen > SAMPLE) break;
    for (const [language, words] of byLanguage)
      if (words.has(key)) scores.set(language, (scores.get(language) ?? 0) + 1);
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= FEWEST ? best[0] : undefined;
}

const JOINS: Readonly<Record<string, string>> = {
  en: 'and or &',
  es: 'y e o u',
  fr: 'et ou',
  it: 'e ed o',
  pt: 'e ou',
  de: 'und oder sowie',
  ru: 'и или',
  uk: 'і й та або чи',
  pl: 'i oraz lub',
  sr: 'i ili te и или те',
};
const joinsByLanguage = new Map(
  Object.entries(JOINS).map(([language, words]) => [language, new Set(words.split(' ').map(wordKey))]),
);
const joinsEverywhere: ReadonlySet<string> = new Set(
  [...joinsByLanguage.values()].flatMap(words => [...words]),
);

/** @returns "and" and "or" between nouns, as keys; those of all known languages where the language is not one of them. */
export function nounJoins(language: string | undefined): ReadonlySet<string> {
  const own = language === 'hr' || language === 'bs' ? 'sr' : language;
  return (own === undefined ? undefined : joinsByLanguage.get(own)) ?? joinsEverywhere;
}
