import { plain } from './transliterate.ts';

/**
 * Letters with marks that say a sound of their own. In a fold capitals stand for such sounds: S for sh, C for ch, Z for
 * zh, J for dzh and its soft kin.
 */
const SOUNDS = new Map(
  Object.entries({
    ...{
      š: 'S',
      ś: 'S',
      ş: 'S',
      ș: 'S',
      ŝ: 'S',
      č: 'C',
      ć: 'C',
      ĉ: 'C',
      ç: 's',
      ž: 'Z',
      ź: 'Z',
      ż: 'Z',
      ẑ: 'Z',
    },
    ...{
      đ: 'J',
      ǆ: 'J',
      ď: 'd',
      ǵ: 'J',
      ḱ: 'C',
      ñ: 'n',
      ň: 'n',
      ń: 'n',
      ř: 'r',
      ť: 't',
      ț: 'c',
      ţ: 'c',
      ł: 'l',
    },
    ...{ ä: 'e', ö: 'o', ü: 'u', ő: 'o', ű: 'u', ø: 'o', å: 'o', æ: 'e', œ: 'e', ğ: 'g', ı: 'i' },
  }),
);

/** Where competing ways of writing the same sound meet. In this order. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/s(?:hch|chtsch|ctsch|tsch)|SC|Sch/g, 'S'],
  [/sch|sh|sz/g, 'S'],
  [/tsch|tch|cz|tS|Ch|ch/g, 'C'],
  [/zh/g, 'Z'],
  [/dsch|dZ|dj|gj|dz(?=[iy])/g, 'J'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/([bdrkpt])h/g, '$1'],
  [/ck|cc|q(?!u)/g, 'k'],
  [/qu/g, 'kv'],
  [/x/g, 'ks'],
  [/t[sz]|zz/g, 'c'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/ee|ie(?=r|l|n|d|t)/g, 'i'],
  [/(?<=[a-zA-Z])[yj]o(?=$|[^aeiouyj])/g, 'e'],
  [/[yj]/g, 'i'],
  [/^ie/g, 'e'],
  [/([aeou])ie/g, '$1e'],
  [/ae/g, 'e'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/iu?i$/g, 'i'],
  [/([a-zA-Z])\1+/g, '$1'],
  [/(?<=[aeiou])h$/g, ''],
];

/**
 * The form in which competing romanisations of a word meet: "Đenić", "Djenic" and "Dženić" alike, "Mohammed" and
 * "Mohamed", "Wladimir" and "Vladimir".
 * @param romanised in lower case, with its accents
 */
export function foldOf(romanised: string): string {
  let sounds = '';
  for (const letter of romanised.normalize('NFC')) sounds += SOUNDS.get(letter) ?? letter;
  let fold = NEEDS_PLAIN.test(sounds) ? plainSounds(sounds) : sounds;
  for (const [from, to] of REWRITES) fold = fold.replace(from, to);
  return fold;
}

const NEEDS_PLAIN = /[^a-zA-Z0-9]/;

/** Everything but the letters that stand for sounds made plain. */
function plainSounds(sounds: string): string {
  return sounds
    .split(/([SCZJ])/)
    .map((piece, index) => (index % 2 === 1 ? piece : plain(piece)))
    .join('');
}
