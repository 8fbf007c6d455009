import type { Random } from './random.ts';

const LATIN_TO_CYRILLIC: readonly (readonly [string, string])[] = [
  ...Object.entries({
    sch: 'ш',
    sh: 'ш',
    ch: 'ч',
    zh: 'ж',
    kh: 'х',
    ts: 'ц',
    ya: 'я',
    yu: 'ю',
    dj: 'ђ',
    ph: 'ф',
    th: 'т',
    ck: 'к',
    qu: 'кв',
  }),
  ...Object.entries({
    a: 'а',
    b: 'б',
    c: 'к',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    h: 'х',
    i: 'и',
    j: 'й',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
    o: 'о',
    p: 'п',
    q: 'к',
    r: 'р',
    s: 'с',
    t: 'т',
    u: 'у',
    v: 'в',
    w: 'в',
    x: 'кс',
    y: 'и',
    z: 'з',
  }),
  ...Object.entries({
    ć: 'ћ',
    č: 'ч',
    š: 'ш',
    ž: 'ж',
    đ: 'ђ',
    ł: 'л',
    ń: 'нь',
    ś: 'с',
    ź: 'з',
    ż: 'ж',
    ó: 'о',
    ñ: 'нь',
    ç: 'с',
    ß: 'сс',
  }),
];
const CYRILLIC_TO_LATIN: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    ё: 'yo',
    є: 'ye',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
    ї: 'yi',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
  },
  ...{
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
  },
  ...{ ђ: 'dj', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'ć', џ: 'dž' },
};

/** @returns the name in the other of the two scripts */
export function transliterated(name: string): string {
  if (/\p{Script=Cyrillic}/u.test(name))
    return [...name]
      .map(letter => likeCase(letter, CYRILLIC_TO_LATIN[letter.toLowerCase()] ?? letter))
      .join('');
  let written = '';
  for (let at = 0; at < name.length; ) {
    const rest = name.slice(at).toLowerCase().normalize('NFC');
    const plain = rest[0]!.normalize('NFD')[0]!;
    const pair =
      LATIN_TO_CYRILLIC.find(([latin]) => rest.startsWith(latin)) ??
      LATIN_TO_CYRILLIC.find(([latin]) => latin === plain);
    written += pair ? likeCase(name[at]!, pair[1]) : name[at]!;
    at += pair && rest.startsWith(pair[0]) ? pair[0].length : 1;
  }
  return written;
}

const likeCase = (like: string, letters: string): string =>
  like !== like.toLowerCase() ? letters.slice(0, 1).toUpperCase() + letters.slice(1) : letters;

const VOWELS: readonly (readonly [string, string])[] = [
  ['a', 'o'],
  ['e', 'i'],
  ['i', 'e'],
  ['o', 'u'],
  ['u', 'o'],
  ['y', 'i'],
  ['а', 'о'],
  ['е', 'и'],
  ['и', 'е'],
  ['і', 'и'],
  ['о', 'а'],
  ['у', 'ю'],
];
const CONSONANTS: readonly (readonly [string, string])[] = [
  ['k', 'c'],
  ['c', 'k'],
  ['v', 'w'],
  ['w', 'v'],
  ['s', 'z'],
  ['z', 's'],
  ['t', 'd'],
  ['d', 't'],
  ['g', 'k'],
  ['b', 'p'],
  ['к', 'г'],
  ['г', 'к'],
  ['в', 'ф'],
  ['с', 'з'],
  ['з', 'с'],
  ['т', 'д'],
  ['д', 'т'],
  ['б', 'п'],
];

/**
 * Misspells one word of a name as people do: a vowel or a consonant for a like one, a letter doubled, left out or in
 * another's place.
 * @returns undefined where no word is long enough
 */
export function respelt(name: string, random: Random): string | undefined {
  const words = [...name.matchAll(/\p{Lu}[\p{L}’']{4,}/gu)];
  const word = random.pick(words);
  if (!word) return undefined;
  const letters = [...word[0]];
  const at = 1 + random.below(letters.length - 2);
  const letter = letters[at]!;
  const swap = [...VOWELS, ...CONSONANTS].find(([from]) => from === letter)?.[1];
  switch (random.below(4)) {
    case 0:
      letters.splice(at, 0, letter);
      break;
    case 1:
      letters.splice(at, 1);
      break;
    default:
      if (swap === undefined) letters.splice(at, 0, letter);
      else letters[at] = swap;
  }
  const changed = letters.join('');
  if (changed === word[0]) return undefined;
  return name.slice(0, word.index) + changed + name.slice(word.index + word[0].length);
}
