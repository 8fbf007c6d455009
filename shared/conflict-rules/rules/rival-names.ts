import type { CheckedText } from '../../detectors/checked-text.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import type { Finding, FoundSpan } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import type { TextRule } from '../rule.ts';

/** Names of one place that rival within one language; a text uses one of a row. */
const RIVALS: readonly string[] = [
  'Belarus|Belorussia|Byelorussia',
  'Kyiv|Kiev',
  'Kharkiv|Kharkov',
  'Odesa|Odessa',
  'Lviv|Lvov',
  'Dnipro|Dnepr|Dnepropetrovsk',
  'Myanmar|Burma',
  'Moldova|Moldavia',
  'Kyrgyzstan|Kirghizia|Kirgizia',
  'Turkmenistan|Turkmenia',
  'Türkiye|Turkey',
  'Czechia|Czech Republic',
  'Eswatini|Swaziland',
  "Côte d’Ivoire|Côte d'Ivoire|Ivory Coast",
  'Cabo Verde|Cape Verde',
  'Timor-Leste|East Timor',
  'Netherlands|Holland',
  'Beijing|Peking',
  'Mumbai|Bombay',
  'Kolkata|Calcutta',
  'Chennai|Madras',
  'Astana|Nur-Sultan',
  'Guangzhou|Canton',
  'Yangon|Rangoon',
  'Bielorrusia|Belarús|Belarus',
  'Moldavia|Moldova',
  'Kirguistán|Kirguizistán',
  'Birmania|Myanmar',
  'Holanda|Países Bajos',
  'Kazajistán|Kazajstán',
  'Biélorussie|Bélarus',
  'Moldavie|Moldova',
  'Birmanie|Myanmar',
  'Kirghizistan|Kirghizstan',
  'Bielorussia|Belarus',
  'Weißrussland|Belarus',
  'Moldawien|Moldau|Moldova',
  'Kirgisistan|Kirgistan',
  'Беларусь|Белоруссия',
  'Беларуси|Белоруссии',
  'Молдова|Молдавия',
  'Молдовы|Молдавии',
  'Кыргызстан|Киргизия',
  'Кыргызстана|Киргизии',
  'Туркменистан|Туркмения',
  'Мьянма|Бирма',
  'Таллинн|Таллин',
  'Білорусь|Білорусія',
  'Bělorusko|Bílé Rusko',
];
/** Written short and in full before a name: "St Petersburg", "Saint Petersburg". */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/\b(St\.?|Saint)\s+(\p{Lu}\p{L}{2,})/gu, 'Saint'],
  [/\b(Mt\.?|Mount)\s+(\p{Lu}\p{L}{2,})/gu, 'Mount'],
  [/\b(Ft\.?|Fort)\s+(\p{Lu}\p{L}{2,})/gu, 'Fort'],
  [/\b(Sta\.?|Santa)\s+(\p{Lu}\p{L}{2,})/gu, 'Santa'],
  [/\b(Ste\.?|Sainte)\s+(\p{Lu}\p{L}{2,})/gu, 'Sainte'],
];
const MOST_SPANS = 20;

/** One text calls a place by two names of one language. */
export const rivalNames: TextRule = {
  id: 'rival-names',
  version: 1,
  kind: 'name-variant',
  severity: 'info',
  label: 'Places that have two names in one text',
  compares: 'texts',
  reads: 'text',
  *examine(text): Iterable<Finding> {
    const places = new Map<string, Map<string, FoundSpan[]>>();
    const add = (place: string, name: string, span: FoundSpan) => {
      const names = places.get(place) ?? new Map<string, FoundSpan[]>();
      names.set(name, [...(names.get(name) ?? []), span]);
      places.set(place, names);
    };
    const view = text.once(findSeen);
    for (const word of view.text.matchAll(anyRival))
      for (const row of rows.get(word[0])!) add(row, word[0], seenSpan(text, word.index, word[0].length));
    for (const [pattern, full] of SHORTENED)
      for (const match of view.text.matchAll(pattern))
        add(
          `${full} ${match[2]!.toLowerCase()}`,
          match[1]!.replace('.', '') === full ? full : match[1]!,
          seenSpan(text, match.index, match[0].length),
        );
    for (const [place, names] of places) {
      if (names.size < 2) continue;
      const said = [...names.values()].map(([first]) => first!.quote);
      yield found(rivalNames, {
        message: `One place is called ${said.join(' and ')}`,
        given: { names: said.join(', ') },
        sides: [...names].map(([value, spans]) => ({
          value: /^\S+$/.test(value) && said.includes(value) ? value : spans[0]!.quote,
          spans: spans.slice(0, MOST_SPANS),
        })),
        grounds: [
          speaksFor('rival-names.one', 'They are names of one place'),
          speaksAgainst('rival-names.quoted', 'One of them may stand in a name or a quotation'),
        ],
        key: `rival-names|${place}|${[...names.keys()].sort().join('|')}`,
      });
    }
  },
};

const rows = new Map<string, string[]>();
for (const row of RIVALS) for (const name of row.split('|')) rows.set(name, [...(rows.get(name) ?? []), row]);
const escaped = [...rows.keys()]
  .sort((a, b) => b.length - a.length)
  .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const anyRival = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

function seenSpan(text: CheckedText, at: number, length: number): FoundSpan {
  const { start, end } = text.once(findSeen).raw({ start: at, end: at + length });
  return spanAt(text, start, end);
}
