import type { Token } from '../tokens.ts';
import { functionWords, nounJoins } from './function-words.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { nounClass } from './noun-classes.ts';
import { numberNamed } from './number-words.ts';

/** Most words before the noun. */
const MOST_BEFORE = 6;
/** Most nouns in a row: "scientists, experts and politicians". */
const MOST_NOUNS = 8;

/** Genitive plurals behind an "and", which no verb looks like. */
const JOINED: Readonly<Record<string, RegExp>> = {
  ru: /(?:ов|ев|ей|ий|ых|их|ств|ок|ек|ций|ия|ии)$/u,
  uk: /(?:ів|їв|ей|ій|их|ств|ок|ань|ень)$/u,
  pl: /(?:ów|ow|cji|ii|ek|ych|ich|stw|ien|zek)$/u,
  sr: /[aаeе]$/u,
};

/** Reads the nouns behind numbers in the tokens of a text. */
export class NounPhrases {
  readonly #tokens: readonly Token[];
  readonly #language: string;
  readonly #grammar: Grammar;
  readonly #stops: ReadonlySet<string>;
  readonly #joins: ReadonlySet<string>;

  constructor(tokens: readonly Token[], language: string) {
    this.#tokens = tokens;
    this.#language = language === 'hr' || language === 'bs' ? 'sr' : language;
    this.#grammar = grammarOf(this.#language);
    this.#stops = functionWords(this.#language);
    this.#joins = nounJoins(this.#language);
  }

  /**
   * Finds where the nouns end that are counted by a number before them: "social democratic, socialist and labour parties
   * and organizations", "региональных отделений", "partidos y movimientos".
   * @param from index of the first token behind the number
   * @returns the index after the last noun, or undefined where no noun follows
   */
  end(from: number): number | undefined {
    const first = this.#firstNoun(from);
    if (first === undefined) return undefined;
    let end = this.#afterFollowing(first + 1);
    for (let nouns = 1; nouns < MOST_NOUNS; nouns++) {
      const next = this.#joinedNoun(end, 0);
      if (next === undefined) break;
      end = this.#afterFollowing(next);
    }
    return end;
  }

  /**
   * Finds where a noun in the singular ends with the words that describe it: "one representative", "tripartite working
   * group".
   * @returns the index after it, or undefined
   */
  singularEnd(from: number): number | undefined {
    let end = from;
    while (end < from + 3 && this.#isContent(end)) end++;
    return end > from && !this.#isContent(end) ? end : undefined;
  }

  #isJoin(at: number): boolean {
    return this.#joins.has(this.#tokens[at]?.key ?? '');
  }

  /** Whether a noun or a word that describes one can stand there. */
  #isContent(at: number): boolean {
    const token = this.#tokens[at];
    return token?.kind === 'word' && !this.#stops.has(token.key) && !this.#joins.has(token.key);
  }

  #isHyphen(at: number): boolean {
    const token = this.#tokens[at];
    return (token?.text === '-' || token?.text === '‑') && !token.apart;
  }

  #afterFollowing(from: number): number {
    let end = from;
    while (this.#isContent(end) && this.#grammar.follows(this.#tokens[end]!)) end++;
    return end;
  }

  /** The first noun past the words that describe it, which commas and "and" may join. */
  #firstNoun(from: number): number | undefined {
    let described: number | undefined;
    for (let i = from, words = 0; words <= MOST_BEFORE; i++) {
      if (this.#isHyphen(i)) continue;
      const isBetween = i > from && (this.#tokens[i]?.text === ',' || this.#isJoin(i));
      if (isBetween && this.#isContent(i + 1)) continue;
      if (!this.#isContent(i)) return described;
      words++;
      if (this.#isHyphen(i + 1) || (this.#grammar.isSlavic && this.#isBeforeNoun(i))) continue;
      const token = this.#tokens[i]!;
      if (this.#grammar.isNoun(token)) return i;
      if (!this.#grammar.describes(token)) return described;
      if (this.#grammar.adjectivesServe) described = i;
    }
    return undefined;
  }

  /** "22 nove stranke": what stands right before a common noun describes it, whatever its ending. */
  #isBeforeNoun(at: number): boolean {
    const [own, next] = [this.#tokens[at]!, this.#tokens[at + 1]];
    return nounClass(own.key) === undefined && this.#isContent(at + 1) && nounClass(next!.key) !== undefined;
  }

  /** Another noun behind ", " or "and", the index after it; a comma only where an "and" ends the row. */
  #joinedNoun(at: number, depth: number): number | undefined {
    const isComma = this.#tokens[at]?.text === ',';
    const hasJoin = this.#isJoin(isComma ? at + 1 : at);
    if ((!isComma && !hasJoin) || depth > MOST_NOUNS) return undefined;
    const from = at + (isComma ? 1 : 0) + (hasJoin ? 1 : 0);
    if (numberNamed(this.#tokens[from]?.key ?? '', this.#language) !== undefined) return undefined;
    for (let i = from; i < from + 3; i++) {
      if (!this.#isContent(i)) return undefined;
      const token = this.#tokens[i]!;
      if (this.#grammar.isNoun(token) && this.#looksJoined(token)) {
        const isRow = hasJoin || this.#joinedNoun(i + 1, depth + 1) !== undefined;
        return isRow ? i + 1 : undefined;
      }
      if (!this.#grammar.describes(token)) return undefined;
    }
    return undefined;
  }

  #looksJoined({ key }: Token): boolean {
    const pattern = JOINED[this.#language];
    return pattern === undefined || nounClass(key) !== undefined || pattern.test(key);
  }
}
