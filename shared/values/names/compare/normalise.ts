/** Longest name that is looked at, in UTF-16 code units; what follows is cut off. */
const LONGEST = 600;

/** A word in which Latin and Cyrillic letters that look alike were mixed, and what it was taken for. */
export interface RepairedWord {
  readonly written: string;
  readonly taken: string;
}

/** A name as it is compared: compatible characters unified, invisible ones gone, one kind of quote, dash and space. */
interface NormalisedName {
  readonly text: string;
  readonly repaired: readonly RepairedWord[];
}

const INVISIBLE = /\p{Cc}|\p{Cf}|\u034f/gu;
const DOUBLE_QUOTES = /[“”„‟«»‹›〝〞＂"]/gu;
const APOSTROPHES = /[‘’‚‛ʼʹʻʽʾʿˈ`´ʺ′″]/gu;
const DASHES = /[\u2010-\u2015\u2212\u2e3a\u2e3b־]/gu;
const SPACES = /\s+/gu;

/** Unifies how a name is written, without changing what it says; cuts it after 600 code units. Never throws. */
export function normaliseName(name: string): NormalisedName {
  const text = name
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(DOUBLE_QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .trim();
  return repairMixed(text);
}

const TWINS = [
  ...['aа', 'eе', 'oо', 'pр', 'cс', 'xх', 'yу', 'iі', 'jј', 'sѕ', 'AА', 'BВ', 'EЕ', 'KК', 'MМ', 'HН', 'OО'],
  ...['PР', 'CС', 'TТ', 'XХ', 'YУ', 'IІ', 'JЈ', 'SЅ', 'kк'],
];
const toCyrillic = new Map(TWINS.map(([latin, cyrillic]) => [latin!, cyrillic!]));
const toLatin = new Map(TWINS.map(([latin, cyrillic]) => [cyrillic!, latin!]));

const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;
const HAS_LATIN = /\p{Script=Latin}/u;
const WORD = /[\p{L}\p{M}]+/gu;

/** Puts words that mix Latin and Cyrillic look-alikes into the one script in which all their letters exist. */
function repairMixed(text: string): NormalisedName {
  if (!HAS_CYRILLIC.test(text) || !HAS_LATIN.test(text)) return { text, repaired: [] };
  const repaired: RepairedWord[] = [];
  const whole = text.replace(WORD, word => {
    if (!HAS_CYRILLIC.test(word) || !HAS_LATIN.test(word)) return word;
    const taken = inOneScript(word);
    if (taken === undefined) return word;
    repaired.push({ written: word, taken });
    return taken;
  });
  return { text: whole, repaired };
}

function inOneScript(word: string): string | undefined {
  const letters = [...word];
  const latin = letters.filter(letter => HAS_LATIN.test(letter));
  const cyrillic = letters.filter(letter => HAS_CYRILLIC.test(letter));
  const canBeCyrillic = latin.every(letter => toCyrillic.has(letter));
  const canBeLatin = cyrillic.every(letter => toLatin.has(letter));
  if (canBeCyrillic && (!canBeLatin || cyrillic.length >= latin.length))
    return letters.map(letter => toCyrillic.get(letter) ?? letter).join('');
  return canBeLatin ? letters.map(letter => toLatin.get(letter) ?? letter).join('') : undefined;
}
