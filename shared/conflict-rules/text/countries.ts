import { wordKey } from '../../values/folded.ts';

const CODES =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM FR GA GB GD GE GH GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );
const LANGUAGES = ['en', 'es', 'fr', 'it', 'pt', 'de', 'ru', 'uk', 'pl', 'sr', 'sr-Latn', 'hr'];

/** Names that tables of countries do not give. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  US: 'USA|U.S.A.|US|U.S.|United States of America|the United States|EEUU|EE.UU.|États-Unis d’Amérique|Stati Uniti|США|SAD|САД|Vereinigte Staaten',
  GB: 'UK|U.K.|Britain|Great Britain|England|Scotland|Wales|Gran Bretaña|Inglaterra|Grande-Bretagne|Angleterre|Gran Bretagna|Inghilterra|Grã-Bretanha|Großbritannien|Великобритания|Англия|Британия|Wielka Brytania|Anglia|Velika Britanija|Britanija',
  RU: 'Russian Federation|Federación Rusa|Fédération de Russie|Российская Федерация|РФ|Федерация Росія',
  KR: 'South Korea|Republic of Korea|Korea, South',
  KP: 'North Korea|DPRK|Korea, North|КНДР|RPDC',
  CD: 'DRC|DR Congo|Democratic Republic of the Congo|Congo-Kinshasa|Zaire|RDC|ДР Конго|Демократическая Республика Конго',
  CG: 'Republic of the Congo|Congo-Brazzaville|Congo',
  CZ: 'Czech Republic|República Checa|République tchèque|Repubblica Ceca|República Checa|Tschechische Republik|Чешская Республика|Češka Republika',
  CN: 'PRC|People’s Republic of China|КНР',
  MK: 'Macedonia|FYROM|Македония|Makedonija',
  BY: 'Belorussia|Byelorussia|Белоруссия|Weißrussland|Biélorussie|Bielorrusia',
  MD: 'Republic of Moldova|Moldavia|Молдавия',
  EH: 'Western Sahara|Sahrawi Republic|Sahrawi Arab Democratic Republic|SADR|RASD|Sáhara Occidental',
  PS: 'Palestine|State of Palestine|Palestina|Палестина',
  TR: 'Turkey|Türkiye|Turquía|Турция',
  SY: 'Syria|Siria|Syrie|Сирия',
  IR: 'Iran|Islamic Republic of Iran',
  VN: 'Viet Nam|Vietnam',
  LA: 'Laos',
  VE: 'Venezuela|Bolivarian Republic of Venezuela',
  BO: 'Bolivia|Plurinational State of Bolivia',
  TZ: 'Tanzania',
  NL: 'Holland|The Netherlands|Netherlands|Holanda|Hollande|Olanda|Голландия',
  CI: 'Ivory Coast|Costa de Marfil|Costa d’Avorio|Costa do Marfim|Elfenbeinküste|Кот-д’Ивуар',
  MM: 'Burma|Birmania|Birmanie|Мьянма',
  SZ: 'Swaziland',
  CV: 'Cape Verde',
  TL: 'East Timor|Timor Oriental',
  BA: 'Bosnia|Bosnia-Herzegovina|Босния',
  AE: 'UAE|Emirates|ОАЭ',
  SA: 'KSA',
  NZ: 'Aotearoa',
  KG: 'Kirghizia|Киргизия|Kirguistán',
};

/** What people and things of a country are called in English, where that is clear by itself. */
const ADJECTIVES: Readonly<Record<string, string>> = {
  AF: 'Afghan',
  AL: 'Albanian',
  DZ: 'Algerian',
  AO: 'Angolan',
  AR: 'Argentine Argentinian',
  AM: 'Armenian',
  AU: 'Australian',
  AT: 'Austrian',
  AZ: 'Azerbaijani',
  BD: 'Bangladeshi',
  BY: 'Belarusian Belorussian',
  BE: 'Belgian',
  BO: 'Bolivian',
  BA: 'Bosnian',
  BR: 'Brazilian',
  GB: 'British',
  BG: 'Bulgarian',
  KH: 'Cambodian',
  CA: 'Canadian',
  CL: 'Chilean',
  CN: 'Chinese',
  CO: 'Colombian',
  HR: 'Croatian',
  CU: 'Cuban',
  CY: 'Cypriot',
  CZ: 'Czech',
  DK: 'Danish',
  NL: 'Dutch',
  EC: 'Ecuadorian',
  EG: 'Egyptian',
  EE: 'Estonian',
  ET: 'Ethiopian',
  FI: 'Finnish',
  FR: 'French',
  GE: 'Georgian',
  DE: 'German',
  GH: 'Ghanaian',
  GR: 'Greek',
  GT: 'Guatemalan',
  HT: 'Haitian',
  HN: 'Honduran',
  HU: 'Hungarian',
  IS: 'Icelandic',
  IN: 'Indian',
  ID: 'Indonesian',
  IR: 'Iranian',
  IQ: 'Iraqi',
  IE: 'Irish',
  IL: 'Israeli',
  IT: 'Italian',
  JM: 'Jamaican',
  JP: 'Japanese',
  JO: 'Jordanian',
  KZ: 'Kazakh Kazakhstani',
  KE: 'Kenyan',
  KG: 'Kyrgyz',
  LV: 'Latvian',
  LB: 'Lebanese',
  LY: 'Libyan',
  LT: 'Lithuanian',
  MK: 'Macedonian',
  MY: 'Malaysian',
  MT: 'Maltese',
  MX: 'Mexican',
  MD: 'Moldovan',
  MN: 'Mongolian',
  ME: 'Montenegrin',
  MA: 'Moroccan',
  NP: 'Nepali Nepalese',
  NI: 'Nicaraguan',
  NG: 'Nigerian',
  NO: 'Norwegian',
  PK: 'Pakistani',
  PS: 'Palestinian',
  PA: 'Panamanian',
  PY: 'Paraguayan',
  PE: 'Peruvian',
  PH: 'Philippine Filipino',
  PL: 'Polish',
  PT: 'Portuguese',
  RO: 'Romanian',
  RU: 'Russian',
  RS: 'Serbian',
  SK: 'Slovak',
  SI: 'Slovenian Slovene',
  ES: 'Spanish',
  LK: 'Sri-Lankan',
  SD: 'Sudanese',
  SE: 'Swedish',
  CH: 'Swiss',
  SY: 'Syrian',
  TJ: 'Tajik',
  TH: 'Thai',
  TN: 'Tunisian',
  TR: 'Turkish',
  UA: 'Ukrainian',
  UY: 'Uruguayan',
  UZ: 'Uzbek',
  VE: 'Venezuelan',
  VN: 'Vietnamese',
  ZW: 'Zimbabwean',
};

const keyOf = (name: string) =>
  name
    .replace(/[.’']/g, '')
    .split(/[\s-]+/)
    .map(wordKey)
    .filter(word => word !== 'the')
    .join(' ');

let byName: ReadonlyMap<string, string> | undefined;
let byAdjective: ReadonlyMap<string, string> | undefined;

function names(): ReadonlyMap<string, string> {
  if (byName) return byName;
  const found = new Map<string, string>();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of CODES) {
      const name = display.of(code);
      if (name) found.set(keyOf(name), code);
    }
  }
  for (const [code, others] of Object.entries(OTHER_NAMES))
    for (const name of others.split('|')) found.set(keyOf(name), code);
  byName = found;
  return found;
}

/** @returns the ISO 3166-1 code of a country by any of its names, or undefined. */
export function countryNamed(name: string): string | undefined {
  if (name.length > 60) return undefined;
  const key = keyOf(name.trim());
  return names().get(key) ?? (/^[A-Z]{2}$/.test(name) && CODES.includes(name) ? name : undefined);
}

/** @returns the ISO 3166-1 code of the country that an English adjective belongs to ("Romanian"), or undefined. */
export function countryOfAdjective(word: string): string | undefined {
  byAdjective ??= new Map(
    Object.entries(ADJECTIVES).flatMap(([code, words]) =>
      words.split(' ').map(one => [wordKey(one), code] as const),
    ),
  );
  return byAdjective.get(wordKey(word));
}

/** @returns the name of a country in English, by its code. */
export function countryName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
}

/** @returns every word that names a country by itself, or what belongs to one */
export function* countryWords(): Iterable<string> {
  for (const name of names().keys()) if (!name.includes(' ')) yield name;
  for (const words of Object.values(ADJECTIVES)) yield* words.split(' ');
}
