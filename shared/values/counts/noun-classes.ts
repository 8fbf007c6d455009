import { wordKey } from '../folded.ts';

/**
 * What is often counted, by the English noun, with the stems of its names in other languages: a word belongs to the
 * class if it begins with the stem and at most four letters follow. `=` before a word means the whole word.
 */
const TABLE: Readonly<Record<string, string>> = {
  country:
    'countr land länder país paes pays =pais paese estado-nación стран краïн країн kraj =zemlja =zemalja =zemlje =zemalja земаљ земљ država =kraje =krajów drzav држав',
  state: '=state =states staat =estado =estados =état =états =stato =stati государств держав państw',
  party:
    '=party =parties partei =partido =partidos =parti =partis partit парти партіi парті =partia =partii =partie =partij strank странк stranak странак партиј',
  movement: 'movement bewegung movimient moviment mouvement движени рух =ruch =ruchy =ruchów pokret покрет',
  organization:
    'organisation organization organizacion organizaci organizaçõ organizaçã organizzazion организаци організаці organizacj organizacij организациј',
  member: 'member mitglied miembro membr =член =члены =членов =члена =члени =членів człon član члан',
  person:
    '=person =persons =people mensch =personen persona =personnes =personne =pessoa =pessoas =gente =gens человек люд людей osob osób =ljudi људи особ лица =lica',
  participant: 'participant teilnehm =asistentes partecipant участник учасник uczestni učesni sudioni учесни',
  delegate: 'delegat delegad delegu делегат',
  delegation: 'delegation delegacion délégation delegaç delegazion делегаци делегаці delegacj delegacij',
  representative:
    'representative vertreter representant représentant rappresentant представител представник przedstawiciel predstavni представни',
  deputy:
    'deputy deputies abgeordnet diputad député deputat deputad депутат poseł posłów posł zastupni poslani посланик',
  speaker:
    'speaker redner orador orateur orator relator докладчик оратор выступающ доповідач mówc govorni говорник',
  signatory:
    'signator signer unterzeichn firmant signatair firmatar signatári подписант підписант sygnatariusz potpisni потписни',
  expert: 'expert эксперт експерт ekspert stručnja стручња espert perit',
  scientist:
    'scientist wissenschaft científic scientifique scienziat cientist учён учен вчен naukow uczon naučni научни',
  journalist: 'journalist periodist giornalist jornalist журналист журналіст dziennikar novinar новинар',
  worker:
    'worker arbeiter trabajador travailleur lavorator trabalhador рабоч работник робітник робочі pracowni robotni radni радни',
  union: 'union gewerkschaft sindicat syndicat sindacat профсоюз профспіл związk sindikat синдикат',
  branch:
    'branch zweig ortsverb sección seccion filial section sezion отделени філі відділен oddzia ogran огран podružni',
  city: '=city =cities stadt städt ciudad ville città citta cidad город міст miast =grad =gradova град',
  day: '=day =days =tag =tage =tagen =día =días =jour =jours giorn =dia =dias =день =дня =дней =дні =днів =dzień =dni =dan =dana дан',
  year: '=year =years jahr =año =años =an =ans =année =années =anno =anni =ano =anos =год =года =лет =рік =роки =років =rok =lata =lat godin годин',
  month: '=month =months =monat mes =mois mese mesi mês месяц місяц miesi mesec mjesec месец',
  seat: '=seat =seats =sitz =sitze =sitzen escañ siège segg assent мандат мест місц mandat mjest',
  vote: '=vote =votes stimm voto voix vot голос głos glas глас',
  candidate: 'candidat kandidat кандидат kandydat',
  child: '=child =children kind niñ enfant bambin crianç дет діт dziec dzieci djec dec деца',
  woman: '=woman =women frau mujer femme donn mulher женщин жінк kobiet žen жен',
  victim: 'victim opfer víctim vittim vítim жертв ofiar žrt жрт',
  killed: 'killed =dead =deaths =tote =toten =muert mort погибш загибл zabit poginul погинул убит',
  wounded: 'wounded injured verletzt herid blessé ferit ferid ранен поранен rann ranjen рањен',
  meeting:
    'meeting sitzung treffen reunion reunión réunion riunion reunião встреч зустріч spotkan sastan састан',
  conference:
    'conference konferenz conferencia conférence conferenz conferência конференци конференці konferencj konferencij конференциј',
  congress: 'congress kongress congreso congrès congresso конгресс съезд з’їзд kongres zjazd конгрес',
  forum: '=forum =forums =foren foro =fora форум fórum =fori',
  company:
    '=company =companies unternehm empresa entrepris aziend empres компани компані firm kompanij preduzeć',
  school: 'school schul escuel école scuol escol школ szko škol',
  group: '=group =groups grupp grupo groupe груп grup',
  language: 'language sprach idiom lengua langu lingua língu язык мов język jezik језик',
  document: 'document dokument документ',
  page: '=page =pages =seite =seiten página pagin страниц сторін stron =strana =stranica',
  euro: 'euro евро євро',
  dollar: 'dollar dólar dólares доллар долар dolar',
  '%': '=% =percent =prozent =pourcent =percento =процент =процента =процентов =відсотків =procent =odsto =posto =%',
};

interface Stem {
  readonly stem: string;
  readonly isWhole: boolean;
  readonly noun: string;
}

/** How many letters of ending may follow a stem. */
const LONGEST_ENDING = 4;

const stems: readonly Stem[] = Object.entries(TABLE).flatMap(([noun, list]) =>
  list.split(' ').map(entry => {
    const isWhole = entry.startsWith('=');
    return { stem: wordKey(isWhole ? entry.slice(1) : entry), isWhole, noun };
  }),
);
const byStart = new Map<string, Stem[]>();
for (const stem of [...stems].sort((a, b) => b.stem.length - a.stem.length)) {
  const start = stem.stem.slice(0, 2);
  byStart.set(start, [...(byStart.get(start) ?? []), stem]);
}

/**
 * @param key the word as `wordKey` makes it
 * @returns the English noun for what the word counts, the longest stem's first; undefined where it is none of the table's
 */
export function nounClass(key: string): string | undefined {
  return byStart
    .get(key.slice(0, 2))
    ?.find(({ stem, isWhole }) =>
      isWhole ? key === stem : key.startsWith(stem) && key.length - stem.length <= LONGEST_ENDING,
    )?.noun;
}
