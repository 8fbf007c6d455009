import { wordKey } from '../folded.ts';
import { type Token, tokensOf } from '../tokens.ts';

/** A number that is only roughly given, and the index of the token after its words. */
export interface VagueNumber {
  readonly number: number;
  /** Where an upper end is meant too: "several hundred" is between 200 and 900. */
  readonly upper?: number;
  readonly next: number;
}

function keysOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(wordKey));
}

const PLURALS: Readonly<Record<number, string>> = {
  10: 'tens decenas dizaines decine dezenas zehner десятки десятков десятками десятків dziesiątki dziesiątek dziesiątków desetine desetina desetci десетине десетина',
  12: 'dozens docenas douzaines dozzine dúzias dutzende дюжины дюжин tuziny',
  100: 'hundreds cientos centenares centaines centinaia centenas hunderte сотни сотен сотнями сотні сотень setki setek stotine stotina стотине стотина',
  10000: 'zehntausende',
  100000: 'hunderttausende',
  1000: 'thousands miles millares milliers migliaia milhares tausende тысячи тысяч тысячами тисячі тисяч tysiące tysięcy hiljade hiljada tisuće tisuća хиљаде хиљада',
  1000000:
    'millions millones millionen milioni milhões миллионы миллионов мільйони мільйонів miliony milionów milioni miliona милиони милиона',
};
const SINGULARS: Readonly<Record<number, string>> = {
  10: 'decena dizaine decina dezena десяток десятка десятку dziesiątka desetak десетак',
  12: 'dozen docena douzaine dozzina dúzia dutzend дюжина дюжину tuzin tucet tuce туце',
  100: 'hundred centenar centaine centinaio centena hundert сотня сотню сотні сотню setka',
  1000: 'thousand mil mille tausend millar millier migliaio milhar тысяча тысячу тисяча тисячу tysiąc',
  1000000: 'million millón milione milhão миллион мільйон milion милион',
};
/** Between the parts of "tens of thousands", "decenas de miles". */
const OF = keysOf('of de di');
const SEVERAL = keysOf(
  'several few varios varias algunos algunas unos unas plusieurs quelques alcune alcuni diverse diversi parecchie alguns algumas vários várias mehrere einige несколько нескольких кілька кількох декілька kilka kilku nekoliko неколико par пара couple',
);

const indexed = (table: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(table).flatMap(([number, words]) => [...keysOf(words)].map(key => [key, Number(number)])),
  );

const plurals = indexed(PLURALS);
const singulars = indexed(SINGULARS);
/** Numbers that are seldom meant to the last one when they stand alone: "a dozen". */
const ROUND = keysOf(
  'dozen decena docena docena veintena dizaine douzaine quinzaine vingtaine trentaine cinquantaine centaine decina dozzina ventina centinaio dezena dúzia centena dutzend десяток дюжина дюжину сотня сотню tuzin desetak десетак millier migliaio centenar',
);

/** Reads "dozens", "тысячи", "several hundred", "несколько десятков" at the token. */
export function readVague(tokens: readonly Token[], at: number): VagueNumber | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (SEVERAL.has(token.key)) {
    const unit = tokens[at + 1]?.kind === 'word' ? tokens[at + 1]!.key : '';
    const number = plurals.get(unit) ?? singulars.get(unit);
    return number === undefined ? undefined : { number: number * 2, upper: number * 9, next: at + 2 };
  }
  const number = plurals.get(token.key);
  if (number === undefined) return undefined;
  const of = OF.has(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
  const times = tokens[of]?.kind === 'word' ? plurals.get(tokens[of]!.key) : undefined;
  return times !== undefined && times >= 1000
    ? { number: number * times, next: of + 1 }
    : { number, next: at + 1 };
}

/** Whether words hold a number that is only roughly given: "dozens of parties" promises no floor to the unit. */
export function isVague(text: string): boolean {
  const tokens = tokensOf(text);
  return tokens.some((_, at) => readVague(tokens, at) !== undefined);
}

/** Whether a word alone gives a round number: "a dozen", "une centaine". */
export function isRound(key: string): boolean {
  return ROUND.has(key);
}
