import { wordKey } from '../../values/folded.ts';
import { stemOf } from './stems.ts';

/**
 * What groups of people call themselves, by language: en es fr it pt de ru uk pl sr hr. Words in one row mean the same.
 */
const DESIGNATIONS: readonly string[] = [
  'party partido parti partito partei партия партии партій партія partia stranka странка partija партија',
  'movement movimiento mouvement movimento bewegung движение рух ruch pokret покрет',
  'front frente fronte фронт',
  'union unión unione união unia союз союзу спілка savez савез soyuz',
  'alliance alianza allianz alleanza aliança альянс alijansa алијанса sojusz',
  'coalition coalición koalition coalizione coligação коалиция коаліція koalicja koalicija коалиција',
  'league liga ligue lega лига ліга',
  'federation federación fédération federazione federação föderation федерация федерація federacja federacija федерација',
  'confederation confederación confédération confederazione confederação konföderation конфедерация конфедерація konfederacja konfederacija',
  'association asociación associazione associação verein ассоциация асоціація stowarzyszenie udruženje udruga удружење',
  'foundation fundación fondation fondazione fundação stiftung фонд fundacja fondacija zaklada фондација',
  'institute instituto institut istituto институт інститут instytut',
  'committee comité comitato komitee комитет комітет komitet odbor одбор',
  'council consejo conseil consiglio conselho rat совет рада rada vijeće савет',
  'commission comisión commissione comissão kommission комиссия комісія komisja komisija комисија',
  'forum foro fórum форум',
  'network red réseau rete rede netzwerk сеть мережа sieć mreža мрежа',
  'group grupo groupe gruppo gruppe группа група grupa група',
  'congress congreso congrès congresso kongress конгресс съезд конгрес kongres',
  'conference conferencia conférence conferenza conferência konferenz конференция конференція konferencja konferencija конференција',
  'university universidad université università universidade universität университет університет uniwersytet univerzitet sveučilište универзитет',
  'academy academia académie accademia akademie академия академія akademia akademija академија',
  'ministry ministerio ministère ministero ministério ministerium министерство міністерство ministerstwo ministarstvo министарство',
  'agency agencia agence agenzia agência agentur агентство агенція agencja agencija агенција',
  'society sociedad société società sociedade gesellschaft общество товариство towarzystwo društvo друштво',
  'army ejército armée esercito exército armee армия армія armia vojska војска',
  'church iglesia église chiesa igreja kirche церковь церква kościół crkva црква',
  'bank banco banque banca банк bank banka банка',
  'initiative iniciativa iniziativa инициатива ініціатива inicjatywa inicijativa иницијатива',
  'club klub клуб',
  'action acción azione ação aktion действие дія akcja akcija акција',
  'center centre centro zentrum центр centrum centar центар',
];

const byWord: ReadonlyMap<string, number> = new Map(
  DESIGNATIONS.flatMap((row, i) => row.split(' ').map(word => [wordKey(word), i] as const)),
);

/** Only Cyrillic words are looked up without their endings: elsewhere these tell words apart. */
const isInflected = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);
const byStem: ReadonlyMap<string, number> = new Map(
  DESIGNATIONS.flatMap((row, i) =>
    row
      .split(' ')
      .filter(isInflected)
      .map(word => [stemOf(word), i] as const),
  ),
);

/** @returns the row of what groups call themselves that a word stands in: the same for "Party" and "partido". */
export function designation(word: string): number | undefined {
  return byWord.get(wordKey(word)) ?? (isInflected(word) ? byStem.get(stemOf(word)) : undefined);
}

/** Every word by which groups say what they are. */
export const designationWords: readonly string[] = [...byWord.keys()];
