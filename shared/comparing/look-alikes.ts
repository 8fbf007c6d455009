/** Letters of other scripts by the Latin letter that they look like. */
const LIKE: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  З: '3',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  Ԛ: 'Q',
  Ԝ: 'W',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  һ: 'h',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  к: 'ĸ',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  ο: 'o',
  ν: 'v',
  ρ: 'p',
  α: 'a',
  Ꭺ: 'A',
  Ᏼ: 'B',
  Ꮯ: 'C',
  Ꭼ: 'E',
  օ: 'o',
  ս: 'u',
  հ: 'h',
  ո: 'n',
};
const known = new Map(Object.entries(LIKE));

/**
 * Puts Latin letters for those of other scripts that look like them, as a reader's eye does. The pairs are those of
 * Unicode's confusables (UTS #39) that occur in running text; marks stay as they are.
 */
export function asSeen(text: string): string {
  let seen = '';
  for (const letter of text.normalize('NFD')) seen += known.get(letter) ?? letter;
  return seen;
}
