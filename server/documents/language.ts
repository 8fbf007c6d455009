import { eld } from 'eld/extrasmall';

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

/** Frequent words of a language that the detector does not know and takes for its neighbour. */
const GALICIAN = new Set('unha non máis cunha dunha nunha tamén súa ademais xunto ata'.split(' '));

const SAMPLE = 20_000;
const FEWEST_WORDS = 12;
/** From this share of its frequent words on a text is Galician, where it seems Portuguese or Spanish. */
const GALICIAN_SHARE = 0.04;

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
  const guess = eld.detect(sample);
  if (!guess.isReliable()) return undefined;
  const isNear = guess.language === 'pt' || guess.language === 'es';
  const galician = isNear ? words.filter(word => GALICIAN.has(word)).length : 0;
  return galician >= words.length * GALICIAN_SHARE && galician > 1 ? 'gl' : guess.language;
}
