import { wordKey } from '../../values/folded.ts';

/** Countries by the part of the world they are in, ISO 3166-1 alpha-2. Those on two continents stand in both. */
const COUNTRIES = {
  europe:
    'AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK GE AM AZ KZ',
  asia: 'AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA RU SA SG SY TH TJ TL TM TR TW UZ VN YE EG',
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW',
  'south-america': 'AR BO BR CL CO EC FK GF GY PE PY SR UY VE',
  'central-america': 'BZ CR GT HN NI PA SV MX',
  caribbean:
    'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI BZ GY SR GF',
  'north-america':
    'US CA MX GL BM PM BZ CR GT HN NI PA SV AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  oceania: 'AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TL TO TV VU WF WS',
  'middle-east': 'AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE',
  'latin-america':
    'AR BO BR CL CO EC GF PE PY UY VE GY SR BZ CR GT HN NI PA SV MX CU DO HT PR GP MQ JM TT BS BB',
} as const;

type Region = keyof typeof COUNTRIES;

/** Names of parts of the world: en es fr it pt de ru uk pl sr hr. */
const NAMES: readonly (readonly [Region, string])[] = [
  ['europe', 'Europe|Europa|Европа|Європа|Evropa'],
  ['asia', 'Asia|Asie|Ásia|Asien|Азия|Азія|Azja|Azija|Азија'],
  ['africa', 'Africa|África|Afrique|Afrika|Африка|Afryka'],
  [
    'south-america',
    'South America|América del Sur|Sudamérica|Suramérica|Amérique du Sud|America del Sud|America meridionale|Sud America|América do Sul|Südamerika|Южная Америка|Південна Америка|Ameryka Południowa|Južna Amerika|Јужна Америка',
  ],
  [
    'central-america',
    'Central America|América Central|Centroamérica|Amérique centrale|America centrale|Mittelamerika|Zentralamerika|Центральная Америка|Центральна Америка|Ameryka Środkowa|Srednja Amerika|Centralna Amerika|Средња Америка|Централна Америка',
  ],
  [
    'caribbean',
    'Caribbean|Caribe|El Caribe|Caraïbes|Les Caraïbes|Caraibi|Caraíbas|Karibik|Карибы|Карибский бассейн|Карибський басейн|Karaiby|Karibi|Кариби',
  ],
  [
    'north-america',
    'North America|América del Norte|Norteamérica|Amérique du Nord|America del Nord|Nord America|America settentrionale|América do Norte|Nordamerika|Северная Америка|Північна Америка|Ameryka Północna|Sjeverna Amerika|Severna Amerika|Северна Америка',
  ],
  [
    'oceania',
    'Oceania|Oceanía|Océanie|Ozeanien|Australia and Oceania|Океания|Океанія|Okeanija|Океанија|Oceanija',
  ],
  [
    'middle-east',
    'Middle East|Near East|Oriente Medio|Oriente Próximo|Medio Oriente|Moyen-Orient|Proche-Orient|Médio Oriente|Oriente Médio|Naher Osten|Nahost|Ближний Восток|Близький Схід|Bliski Wschód|Bliski istok|Блиски исток',
  ],
  [
    'latin-america',
    'Latin America|América Latina|Latinoamérica|Amérique latine|America Latina|Lateinamerika|Латинская Америка|Латинська Америка|Ameryka Łacińska|Latinska Amerika|Južna Amerika i Karibi|Латинска Америка',
  ],
];

const keyOf = (name: string) =>
  name
    .split(/[\s-]+/)
    .map(wordKey)
    .join(' ');
const byName: ReadonlyMap<string, Region> = new Map(
  NAMES.flatMap(([region, names]) => names.split('|').map(name => [keyOf(name), region] as const)),
);
const JOIN = /\s*(?:[,;/&+]|\s(?:and|y|e|et|und|и|та|і|i|и|oraz)\s)\s*(?:the |el |la |les |die |der )?/iu;

/** @returns the countries of the parts of the world that a heading names and nothing else; none where it names other things */
export function countriesUnder(heading: string): ReadonlySet<string> | undefined {
  const bare = heading.replace(/[\s:.–—-]+$/u, '').trim();
  if (bare === '' || bare.length > 80) return undefined;
  const regions: Region[] = [];
  for (const part of byName.has(keyOf(bare)) ? [bare] : bare.split(JOIN)) {
    const region = byName.get(keyOf(part.trim()));
    if (!region) return undefined;
    regions.push(region);
  }
  return new Set(regions.flatMap(region => COUNTRIES[region].split(' ')));
}
