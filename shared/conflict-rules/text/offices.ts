import { wordKey } from '../../values/folded.ts';
import type { Token } from '../../values/tokens.ts';
import { stemOf } from './stems.ts';

/** Offices that one person holds at a time; words of one row mean the same office: en es fr it pt de ru uk pl sr hr. */
const OFFICES: readonly string[] = [
  'president presidente presidenta président présidente präsident präsidentin президент prezydent predsednik predsjednik predsednica predsjednica председник председница',
  'chairman chairwoman chairperson chair vorsitzender vorsitzende председатель голова przewodniczący przewodnicząca',
  'leader líder chef parteichef лидер лідер lider лидер líder',
  'director directora directeur directrice direttore direttrice diretor diretora direktor direktorin директор dyrektor direktorka директорка',
  'mayor alcalde alcaldesa maire sindaco prefeito prefeita bürgermeister bürgermeisterin мэр мер burmistrz gradonačelnik градоначелник',
  'governor gobernador gobernadora gouverneur governatore governador governadora gouverneurin губернатор gubernator guverner гувернер',
  'rector rectora recteur rettore reitor rektor ректор',
  'treasurer tesorero tesorera trésorier tesoriere tesoureiro schatzmeister казначей skarbnik blagajnik благајник',
  'captain capitán capitano capitão kapitän капитан kapitan kapetan капетан',
  'ceo',
];
/** Two words that make an office of one: "general secretary", "prime minister". */
const PAIRS: readonly (readonly [string, string])[] = [
  [
    'general executive ejecutivo ejecutiva générale général generale geral generalsekretär генеральный генеральна генеральний generalny generalni генерални',
    'secretary secretario secretaria secrétaire segretario secretário sekretär секретарь секретар sekretarz sekretar tajnik',
  ],
  ['prime primer primera premier primeiro primo', 'minister ministro ministra ministre'],
];
/** What makes another office, or none any more, of an office. */
const OTHERWISE = new Set(
  'former ex deputy vice co first acting honorary regional local late exsecretario antiguo antigua ancien ancienne ehemaliger ehemalige stellvertretender bývalý бывший бывшая заместитель зам вице со колишній заступник były była zastępca wiceprezes bivši bivša zamenik zamjenik бивши заменик exministro vicepresidente vicepresidenta vizepräsident'
    .split(' ')
    .map(wordKey),
);

const byWord = new Map(OFFICES.flatMap((row, i) => row.split(' ').map(word => [stemOf(word), i] as const)));
const pairs = PAIRS.map(
  ([first, second]) =>
    [new Set(first.split(' ').map(wordKey)), new Set(second.split(' ').map(wordKey))] as const,
);

/** An office in a role, and the words behind it that say of what. */
interface Office {
  readonly row: string;
  readonly of: readonly Token[];
}

/** @returns the first office that only one person holds at a time; none where a word makes another office of it */
export function officeIn(role: readonly Token[]): Office | undefined {
  const words = role.filter(({ kind }) => kind === 'word');
  for (const [i, { key }] of words.entries()) {
    if (OTHERWISE.has(key) || /^(?:ex|vice|vize|co|со|вице)$/.test(key)) return undefined;
    const pair = pairs.findIndex(
      ([first, second]) =>
        (first.has(key) && second.has(words[i + 1]?.key ?? '')) ||
        (second.has(key) && first.has(words[i + 1]?.key ?? '')),
    );
    if (pair >= 0) return { row: `pair ${pair}`, of: words.slice(i + 2) };
    const row = byWord.get(stemOf(key));
    if (row !== undefined) return { row: String(row), of: words.slice(i + 1) };
  }
  return undefined;
}
