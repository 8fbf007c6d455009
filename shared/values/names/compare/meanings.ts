/**
 * Words that organizations' names share in many languages, by what they mean: beginnings of the words made plain, long
 * enough to begin nothing else. Apart from Latin ones they are as the Cyrillic tables write them.
 */
const STEMS: Readonly<Record<string, string>> = {
  party:
    'party parti partido partit partij partei partiy partiia partiya partiia stranka parties partija partia',
  movement: 'movement movimient movimento mouvement moviment bewegung dvizhen rukh rukhu ruch pokret ruh',
  union: 'union unione unión união uniao soyuz soiuz sojuz zwiazek savez verband',
  federation: 'federat federac federaz federac foderation federatsiia federatsi federacj',
  association:
    'associat asociac associaz associac assotsiats asotsiats vereinigung verein stowarzysz udruzhen udruzen udruženj',
  alliance: 'alliance alianza alleanza alianca allianz alyans alians alijans sojusz',
  front: 'front frente fronte',
  league: 'league liga ligue lega',
  committee: 'committee comite comitato komite komitet komitee komiteta odbor',
  council: 'council consejo conseil consiglio conselho soviet sovet savet vijece vijeće rada rat',
  congress: 'congress congreso congres congresso kongress kongres',
  assembly: 'assembl asamblea assemblea skupshtin skupstin versammlung assamble asamblej',
  organization: 'organiz organis orhaniz',
  institute: 'institut istituto',
  university: 'universi universit uniwersyt universyt univerzit sveucilist',
  academy: 'academ akadem',
  centre: 'centre center centro centr tsentr zentrum centrum centar',
  foundation: 'foundation fundac fondation fondazione fond fonds stiftung fundacj zaklada',
  bank: 'bank banco banque banca banka',
  company: 'compan compani kompan',
  group: 'group grupo groupe gruppo grup gruppe grupp hrup',
  industry: 'industri indústria industrij promyshlenn przemysl',
  international:
    'internat internac internaz mezhdunarodn mizhnarodn miedzynarodow međunarodn medjunarodn medunarodn',
  national: 'national nacional nazional nationale natsional natsionaln narodow nacionaln',
  world: 'world mundial mondial mondiale mirov svetsk svjetsk swiatow',
  people: 'people popular popolar populaire pueblo povo popolo narodn lyudov ludow volks narod',
  workers:
    'worker labour labor trabajador travailleur lavorator trabalhador arbeiter rabotnik robotnicz radnick trudiash trudyash rabochi rabochy robitnych obrer operar operai ouvrier',
  socialist: 'socialist socialis sozialist sotsialist socijalist socialistich',
  communist: 'communis comunis kommunis komunis',
  democratic: 'democra demokra',
  republican: 'republi',
  revolutionary: 'revoluc revolut rivoluz revoljuc revolyuts revolutsi rewoluc',
  social: 'social sozial sotsial socjal socijal',
  left: 'left izquierda gauche sinistra esquerda linke lev',
  green: 'green verde verdes verts grune zelen zielon',
  youth: 'youth juventud jeunesse gioventu juventude jugend molodezh molodizh mlodziez omladin mladez',
  women: 'women mujeres femmes donne mulheres frauen zhenshchin zhinok kobiet zhen zena',
  peace: 'peace paix frieden mir myr pokoj paz',
  solidarity: 'solidar solydar',
  freedom: 'freedom libertad liberte liberta liberdade freiheit svobod wolnosc slobod liberation liberac',
  unity: 'unity unidad unite unita unidade einheit edinstv yednist jednosc jedinstv',
  justice: 'justice justicia giustizia justica gerechtigkeit spravedliv sprawiedliw pravd',
  patriotic: 'patriot',
  antifascist: 'antifas',
  imperialist: 'imperialis',
  society: 'society sociedad societe societa sociedade gesellschaft obshchestv tovarystv towarzystw drustv',
  ministry: 'minister ministry minist',
  government: 'governm gobierno gouvernement governo regierung pravitel uriad vlada',
  school: 'school escuela ecole scuola escola schule shkol szkol skol',
  plant: 'plant zavod werk',
  trade: 'trade comerci commerc handel torgov',
  new: 'new nuevo nueva nouveau nouvelle nuovo nuova novo nova neue nov novy nowa',
  young: 'young jovenes jeunes giovani jovens junge',
  united: 'united unido unida unidos unidas unie unita vereinigt edinaia edinaya yedina',
  general: 'general generale heneral generaln',
  central: 'central zentral tsentraln centraln',
};

/** Countries and who belongs to them, in the same way. */
const COUNTRIES: Readonly<Record<string, string>> = {
  russia:
    'russia russie rusia rusland russland russo rosiya rossiia rossiya rossiysk rossijsk rosiysk rosyjsk rosja ruski ruska ruske',
  serbia: 'serbia serbie serbien serbiya sribia srbija srbije srpsk serbsk',
  croatia: 'croatia croacia croatie croazia kroatien khorvatiya khorvatsk hrvatsk chorwa',
  ukraine: 'ukrain ucrain ucrani ukrayin',
  belarus: 'belarus bielorus bieloru belorus weissruss',
  poland: 'poland polish polonia pologne polen polsk polshch',
  germany: 'german deutschland deutsche alemania aleman allemagne niemc niemieck nemack njemack nimechchyn',
  france: 'france francia franca frankreich french frances francuz frantsi frantsu',
  spain: 'spain spanish espana espanol espagne spagna spanien espanha ispaniya ispansk spanij hiszpan',
  italy: 'italy italia italie italien italij itali',
  portugal: 'portugal',
  britain: 'britain british britan bretana bretagne britsk brytan',
  china: 'china chinese chine kitay chiny kina kineska',
  greece: 'greece greek grecia grece griechen gretsiya grechesk grecj grcka',
  turkey: 'turkey turkish turquia turquie turchia turkei turtsiya turetsk turcj turska',
  brazil: 'brazil brasil bresil',
  argentina: 'argentin arhentyn',
  cuba: 'cuba cuban kuba',
  mexico: 'mexic messic meksi',
  venezuela: 'venezuel venesuel wenezuel',
  syria: 'syria siria syrie syrien siriya siriysk sirij',
  iran: 'iran iranian irani',
  india: 'india indian inde indien indiya indiysk',
  palestine: 'palestin palastin',
  israel: 'israel izrail izrael',
  hungary: 'hungar hungria hongrie ungheria ungarn vengriya vengersk wegier madjar madar',
  czechia: 'czech cheka tcheq tschech ceck cesk cheshsk chesh',
  moldova: 'moldov moldav',
  bulgaria: 'bulgar bolgar',
  romania: 'romania ruman rumun roumani rumyn',
  europe: 'europ evrop yevrop',
  america: 'americ amerik',
  africa: 'africa afrika afrique',
};

/** Stems shorter than this must be the whole word or all but an ending of two letters. */
const LONG = 6;

const byStart = new Map<string, (readonly [string, string])[]>();
for (const [meaning, stems] of [...Object.entries(STEMS), ...Object.entries(COUNTRIES)])
  for (const stem of new Set(stems.normalize('NFD').replace(/\p{M}/gu, '').split(' '))) {
    const start = stem.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), [stem, meaning]]);
  }
for (const stems of byStart.values()) stems.sort(([a], [b]) => b.length - a.length);

/** @returns what a word made plain means, where it is one of those that organizations are named with everywhere */
export function meaningOf(word: string): string | undefined {
  return byStart
    .get(word.slice(0, 2))
    ?.find(([stem]) => word.startsWith(stem) && (stem.length >= LONG || word.length <= stem.length + 2))?.[1];
}

/** Whether a meaning is a country, which tells organizations apart as rare words do. */
export const isCountry = (meaning: string): boolean => meaning in COUNTRIES;
