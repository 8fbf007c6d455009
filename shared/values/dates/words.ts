import { wordKey } from '../folded.ts';

function keys(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean).map(wordKey));
}

/** Words between a day and its month, or a month and its year. */
export const joining = keys('of de del do da di the den του');
/** Between "of" and a year: "octubre del año 2014". */
export const theYear = keys('year año ano anno année lany');
/** What follows a day's number: 1st, 1er, 1-го, 3ος. */
export const ordinalEndings = keys(
  'st nd rd th er ero ro ra ry re e eme ere o a º ª го его ому ему ое ье е й я ого ος η ης ας ik th ci go gi ty szy mi ga ti',
);
/** What follows a year's number. */
export const yearWords = keys(
  'г год года году годы гг р рік року році рр r rok roku roce god godine godina godini г. године година l leta évi годах годов роках років latach godinama годинама jahre jahren',
);
/** Between the two ends of a span. */
export const spanWords = keys('to until till through thru al a au hasta bis по до do po fino até à tot til');
/** Make "and" a span's middle when they stand before it. */
export const betweenWords = keys('between entre zwischen tra fra между између izmedu između między');
export const andWords = keys('and y et und e и i та і');
/** May stand before either end of a span. */
export const spanArticles = keys('the el al il o le den dem der');
export const sinceWords = keys('since depuis desde seit dal dall с з із од od sedan siden från');
export const untilWords = keys('until till до hasta bis jusque fino até do');
export const nowWords = keys(
  'present today now actualidad presente hoy heute présent aujourd oggi сегодня настоящее наст данас danas teraz обecnie',
);
export const aboutWords = keys(
  'circa ca c about around approximately около примерно environ vers hacia alrededor etwa um oko око około cerca verso',
);
export const decadeEndings = keys('s х е ые er ern х годов');
/** Before a year that ends in 0 they make a decade of it: "década de 1980", "années 1980". */
export const decadeWords = keys('decade década décennie années anni años anos десятилетие lata latach');
export const centuryWords = keys(
  'century cent siglo siècle века век веке столетия jahrhundert secolo século століття vek veka',
);
/** Before a span whose ends a word joins they belong to it: "from 2007 to 2012", "del 25 al 29 de abril". */
export const fromWords = keys(
  'from between de del desde entre du des depuis dal dalla dall tra fra do vom von zwischen с со між между з із від od ze z između izmedu од из између van tussen från mellan fra mellem',
);
/** Before four digits that stand alone they make a year of them. */
export const inWords = keys(
  'in since during year en durante año años année années anni anos nel dell em ano im jahr jahre jahren seit в году у році рік w roku rok u godine године',
);
/** Before four digits they leave it open whether a year or a number follows. */
export const nearWords = keys(
  'by until till from of to and before after del della dello dell around circa late early mid through the for desde hasta de antes después y para el depuis jusqu avant après vers à et dès dal al fino prima dopo di do até no von bis vor nach ab с до после к з від після od po przed na do posle od до после од',
);
export const beforeChrist = keys('bc bce');

const SEASONS: readonly (readonly [number, ReadonlySet<string>])[] = [
  [
    21,
    keys(
      'spring primavera printemps весна весны весной frühling frühjahr весни весною wiosna wiosny wiosną пролеће пролећа proljeće proljeća proleće proleća',
    ),
  ],
  [
    22,
    keys(
      'summer verano été лето лета летом sommer estate verão літо літа влітку lato lata latem ljeto ljeta лето leto',
    ),
  ],
  [
    23,
    keys(
      'autumn fall otoño automne осень осени осенью herbst autunno outono осінь восени jesień jesieni jesienią jesen jeseni јесен јесени',
    ),
  ],
  [24, keys('winter invierno hiver зима зимы зимой inverno зими взимку zima zimy zimą zime зиме')],
];

/** @returns the EDTF code of a season (21 spring to 24 winter), or undefined. */
export function seasonNamed(key: string): number | undefined {
  return SEASONS.find(([, names]) => names.has(key))?.[0];
}

/** Before a number they make it no year: pages, issues, laws, telephone numbers. */
export const beforeNumbers = keys(
  `p pp page pages pg no nr num number issn isbn art article articles vol volume tel phone fax code chapter section
  paragraph line room flight bus route decree law protocol resolution figure fig table level phase stage season episode
  round grade type model version item point step note
  pág págs página páginas artículo artículos capítulo sección párrafo sala vuelo ruta decreto ley línea tabla figura nivel
  fase etapa temporada episodio resolución versión n nº núm número
  chapitre paragraphe salle vol ligne tableau niveau étape saison épisode loi décret résolution numéro alinéa
  pagina pagine articolo capitolo sezione paragrafo volo linea tabella livello stagione legge risoluzione numero
  artigo artigos capítulo seção secção parágrafo voo linha tabela resolução número lei
  seite seiten artikel kapitel abschnitt absatz paragraph raum flug tabelle stufe staffel folge gesetz nummer punkt
  стр ст № тел факс телефон код глава главы главе раздел статья статьи статье статьёй пункт пункта пункте рисунок рис таблица
  закон закона приказ указ указа дом кв школа школы школе этап сезон серия номер резолюция резолюции протокол
  стор стаття статті розділ пункт наказ указ будинок школа етап номер резолюція резолюції
  strona strony str s rozdział artykuł artykułu paragraf ustawa uchwała rezolucja rezolucji punkt sala tabela numer
  članak članka poglavlje stavak zakon rezolucija rezolucije točka broj strana stranica članka чланак поглавље закон
  резолуција број страна`,
);
