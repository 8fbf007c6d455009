/** Scripts that, for our purpose, stand for one language. */
const BY_SCRIPT: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

/** Words that are frequent in one language and rare in the others of its script. */
const BY_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is was for that with are by from this which were has not his have',
  de: 'der die und das den von zu mit ist des nicht dem sich auch auf für eine als wurde sind',
  fr: 'le les des et est une dans du que qui pour par sur pas plus sont avec ce cette aux',
  es: 'el la los las de del y en que una por con para se es su como más pero también',
  pt: 'o os as do da dos das e em que uma não para com por se ao mais foi são',
  gl: 'o os as do da dos das e en que unha non para con por se ao máis foi son',
  ca: 'el la els les de del i en que una amb per se és com més però també són als',
  it: 'il di che la e un una per in è con del della sono non si le dei gli anche',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er door naar ook werd',
  sv: 'och att det i en som är på för av med den till har de inte om ett var från',
  pl: 'w i na z się nie do jest to że przez o jego dla po oraz jak był są od',
  cs: 'a v na se je že s z do o k i jako po za by pro byl ve jsou',
  tr: 've bir bu da de için ile olarak olan çok daha gibi sonra kadar en ne ama ki var değil',
  ru: 'и в на не что с по как это из к от за для был его при или также о',
  uk: 'і в на не що з та до як це за від для був його при або також є про',
  bg: 'и в на не че с по като това от за да е се са към или също през той',
  sr: 'и у на не да је се са по као то из од за био његов при или такође су',
  ar: 'في من على إلى أن التي الذي هذا هذه عن مع كان ما لا بين بعد قد كما هو هي',
  fa: 'در از به که این را با است آن برای یک می شد بود تا خود هم بر شده های',
};
const WORDS = Object.entries(BY_WORDS).map(([tag, words]) => [tag, new Set(words.split(' '))] as const);

const SAMPLE = 20_000;
const FEWEST_WORDS = 12;
/** Share of all words that must be among the frequent ones, and how far the best must lead. */
const LEAST_SHARE = 0.1;
const LEAST_LEAD = 1.25;

/** @returns the language most of a text is written in, as a BCP 47 tag; undefined where that is not clear. */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE).replace(/\{\{[^{}]*\}\}|<[^>]*>|https?:\S+/g, ' ');
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [tag, script] of BY_SCRIPT) {
    const share = (sample.match(script)?.length ?? 0) / Math.max(1, letters);
    if (share > (tag === 'ja' ? 0.15 : 0.5)) return tag;
  }
  const words = sample.toLowerCase().match(/\p{L}[\p{L}\p{M}’']*/gu) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  const counts = WORDS.map(([tag, frequent]) => ({
    tag,
    count: words.reduce((sum, word) => sum + (frequent.has(word) ? 1 : 0), 0),
  })).sort((a, b) => b.count - a.count);
  const [best, second] = counts as [(typeof counts)[0], (typeof counts)[0]];
  const clear = best.count >= words.length * LEAST_SHARE && best.count >= second.count * LEAST_LEAD;
  return clear ? best.tag : undefined;
}
