import type { Span } from '../text/text-like.ts';

/** Names of languages as notes have them, in several languages, by code; stems where endings differ. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'english inglés inglese inglês anglais englisch английский английском англійською angielski engleski eng англ',
  es: 'spanish español espagnol spagnolo espanhol spanisch castellano испанский испанском hiszpański španski esp исп',
  fr: 'french francés français francese francês französisch французский французском francuski фр fra',
  ru: 'russian ruso russe russo russisch русский русском російською rosyjski ruski rus рус',
  de: 'german alemán allemand tedesco alemão deutsch немецкий немецком німецькою niemiecki njemački nemački нем ger',
  it: 'italian italiano italien italienisch итальянский итальянском włoski talijanski ita ит итал',
  pt: 'portuguese portugués portugais portoghese português portugiesisch португальский portugalski por порт',
  uk: 'ukrainian ucraniano ukrainien ukrainisch украинский украинском українською ukraiński укр ukr',
  pl: 'polish polaco polonais polacco polnisch польский польском польською polski pol',
  sr: 'serbian serbio serbe serbo serbisch сербский сербском српски srpski serbski srp',
  hr: 'croatian croata croate croato kroatisch хорватский hrvatski chorwacki',
  zh: 'chinese chino chinois cinese chinês chinesisch китайский китайском chiński kineski кит',
  ar: 'arabic árabe arabe arabo arabisch арабский arabski',
  el: 'greek griego grec greco grego griechisch греческий grecki grčki',
  tr: 'turkish turco turc türkisch турецкий turecki turski',
};
const CODES = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split(' ').map(name => [name, code] as const)),
);
const NOTE =
  /[([](?:(?:in|en|em|auf|на|po|na|w języku|in lingua|en langue|на языке)\s+)?(\p{L}{2,14})\.?(?:\s+(?:язык|языке|мовою|мова|język|language))?[)\]]/giu;

/** Finds notes that give a language: "(in Russian)", "(на русском)", "(рус.)". */
export function findLanguages(
  text: string,
): (Span & { readonly language: string; readonly words: string })[] {
  return [...text.slice(0, 3_000).matchAll(NOTE)].flatMap(match => {
    const language = CODES.get(match[1]!.toLowerCase());
    const span = { start: match.index, end: match.index + match[0].length };
    return language === undefined ? [] : [{ ...span, language, words: match[0] }];
  });
}
