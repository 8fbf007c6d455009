/** What Cyrillic letters are in Latin ones, as Russian and most others read them. */
const COMMON: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k' },
  ...{ л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts' },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
  ...{ ґ: 'g', є: 'ye', і: 'i', ї: 'yi', ў: 'u', ђ: 'đ', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'ć', џ: 'dž' },
  ...{ ѓ: 'gj', ќ: 'kj', ѕ: 'dz', ѐ: 'e', ѝ: 'i', ѣ: 'e', ѳ: 'f', ѵ: 'i', ѫ: 'a' },
  ...{
    ә: 'a',
    ғ: 'gh',
    қ: 'q',
    ң: 'ng',
    ө: 'o',
    ұ: 'u',
    ү: 'u',
    һ: 'h',
    җ: 'j',
    ҳ: 'h',
    ҷ: 'j',
    ӣ: 'i',
    ӯ: 'u',
  },
};

/** Where a language reads a letter otherwise. */
const BY_LANGUAGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  uk: { г: 'h', и: 'y', е: 'e', х: 'kh' },
  be: { г: 'h' },
  bg: { щ: 'sht', ъ: 'a', ь: 'y', х: 'h' },
  sr: { ж: 'ž', ч: 'č', ш: 'š', х: 'h', ц: 'c', й: 'j' },
  mk: { ж: 'ž', ч: 'č', ш: 'š', х: 'h', ц: 'c', ѓ: 'ǵ', ќ: 'ḱ' },
};

const tables = new Map(
  ['ru', ...Object.keys(BY_LANGUAGE)].map(language => [
    language,
    new Map(Object.entries({ ...COMMON, ...BY_LANGUAGE[language] })),
  ]),
);

/** @returns the language that letters which only it has give away, Russian where there are none */
function cyrillicLanguage(text: string): string {
  if (/[ђћџљњј]/iu.test(text)) return /[ѓќѕ]/iu.test(text) ? 'mk' : 'sr';
  if (/[ѓќ]/iu.test(text)) return 'mk';
  if (/ў/iu.test(text)) return 'be';
  if (/[єїґі]/iu.test(text)) return 'uk';
  return 'ru';
}

/**
 * Cyrillic letters in lower case as Latin ones by the table of a language; all else stays as it is.
 * @param language a BCP 47 tag; told from the letters where it is none that is known
 */
export function romaniseCyrillic(text: string, language?: string): string {
  const primary = language?.slice(0, 2).toLowerCase();
  const table = tables.get(primary ?? '') ?? tables.get(cyrillicLanguage(text))!;
  let latin = '';
  for (const letter of text) latin += table.get(letter) ?? letter;
  return latin;
}
