import { wordKey } from '../folded.ts';
import type { Token } from '../tokens.ts';

/** How days of the month are written out, first to twentieth and thirtieth; the rest are put together. */
const TABLE: readonly string[] = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth',
  'primero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta',
  'primeiro dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte trinta',
  'premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente',
  'первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого тридцатого',
  'первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое одиннадцатое двенадцатое тринадцатое четырнадцатое пятнадцатое шестнадцатое семнадцатое восемнадцатое девятнадцатое двадцатое тридцатое',
  'первому второму третьему четвёртому пятому шестому седьмому восьмому девятому десятому одиннадцатому двенадцатому тринадцатому четырнадцатому пятнадцатому шестнадцатому семнадцатому восемнадцатому девятнадцатому двадцатому тридцатому',
  'першого другого третього четвертого п’ятого шостого сьомого восьмого дев’ятого десятого одинадцятого дванадцятого тринадцятого чотирнадцятого п’ятнадцятого шістнадцятого сімнадцятого вісімнадцятого дев’ятнадцятого двадцятого тридцятого',
  'перше друге третє четверте п’яте шосте сьоме восьме дев’яте десяте одинадцяте дванадцяте тринадцяте чотирнадцяте п’ятнадцяте шістнадцяте сімнадцяте вісімнадцяте дев’ятнадцяте двадцяте тридцяте',
  'pierwszego drugiego trzeciego czwartego piątego szóstego siódmego ósmego dziewiątego dziesiątego jedenastego dwunastego trzynastego czternastego piętnastego szesnastego siedemnastego osiemnastego dziewiętnastego dwudziestego trzydziestego',
  'pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty jedenasty dwunasty trzynasty czternasty piętnasty szesnasty siedemnasty osiemnasty dziewiętnasty dwudziesty trzydziesty',
  'prvog drugog trećeg četvrtog petog šestog sedmog osmog devetog desetog jedanaestog dvanaestog trinaestog četrnaestog petnaestog šesnaestog sedamnaestog osamnaestog devetnaestog dvadesetog tridesetog',
  'prvi drugi treći četvrti peti šesti sedmi osmi deveti deseti jedanaesti dvanaesti trinaesti četrnaesti petnaesti šesnaesti sedamnaesti osamnaesti devetnaesti dvadeseti trideseti',
  'првог другог трећег четвртог петог шестог седмог осмог деветог десетог једанаестог дванаестог тринаестог четрнаестог петнаестог шеснаестог седамнаестог осамнаестог деветнаестог двадесетог тридесетог',
  'први други трећи четврти пети шести седми осми девети десети једанаести дванаести тринаести четрнаести петнаести шеснаести седамнаести осамнаести деветнаести двадесети тридесети',
  'ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten neunzehnten zwanzigsten dreißigsten',
  'erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter elfter zwölfter dreizehnter vierzehnter fünfzehnter sechzehnter siebzehnter achtzehnter neunzehnter zwanzigster dreißigster',
  'primo due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta',
  'primer dos tres quatre cinc sis set vuit nou deu onze dotze tretze catorze quinze setze disset divuit dinou vint trenta',
  'første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende tyvende tredivte',
  'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde trettionde',
  'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste dertigste',
  'μία δύο τρεις τέσσερις πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα δεκατρείς δεκατέσσερις δεκαπέντε δεκαέξι δεκαεπτά δεκαοκτώ δεκαεννέα είκοσι τριάντα',
];
const SPECIAL =
  'uno:1 um:1 veintiuno:21 veintidós:22 veintitrés:23 veinticuatro:24 veinticinco:25 veintiséis:26 veintisiete:27 veintiocho:28 veintinueve:29 primer:1 ventuno:21 ventidue:22 ventitré:23 ventiquattro:24 venticinque:25 ventisei:26 ventisette:27 ventotto:28 ventinove:29 trentuno:31 einundzwanzigsten:21 einundzwanzigster:21 zweiundzwanzigsten:22 zweiundzwanzigster:22 dreiundzwanzigsten:23 dreiundzwanzigster:23 vierundzwanzigsten:24 vierundzwanzigster:24 fünfundzwanzigsten:25 fünfundzwanzigster:25 sechsundzwanzigsten:26 sechsundzwanzigster:26 siebenundzwanzigsten:27 siebenundzwanzigster:27 achtundzwanzigsten:28 achtundzwanzigster:28 neunundzwanzigsten:29 neunundzwanzigster:29 einunddreißigsten:31 einunddreißigster:31';
/** Tens that units follow: "twenty-first", "treinta y uno", "двадцать первого". */
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty:20 thirty:30 treinta:30 vinte:20 trinta:30 vingt:20 trente:30 двадцать:20 тридцать:30 двадцять:20 тридцять:30 dwudziestego:20 dwudziesty:20 trzydziestego:30 trzydziesty:30 dvadeset:20 trideset:30 двадесет:20 тридесет:30'
    .split(' ')
    .map(pair => [wordKey(pair.split(':')[0]!), Number(pair.split(':')[1])]),
);

const days: ReadonlyMap<string, number> = new Map([
  ...TABLE.flatMap(row => row.split(' ').map((word, i) => [wordKey(word), i === 20 ? 30 : i + 1] as const)),
  ...SPECIAL.split(' ').map(pair => [wordKey(pair.split(':')[0]!), Number(pair.split(':')[1])] as const),
]);

/** @returns the day of a month that is written out at the token, and the index after it: "the twenty-first". */
export function readDayInWords(
  tokens: readonly Token[],
  at: number,
): { day: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const tens = TENS.get(token.key);
  if (tens !== undefined) {
    const join = tokens[at + 1];
    const isJoin = join !== undefined && ['-', 'y', 'e', 'et'].includes(join.key);
    const unitAt = isJoin ? at + 2 : at + 1;
    const unit = days.get(tokens[unitAt]?.key ?? '');
    if (unit !== undefined && unit < 10 && tens + unit <= 31) return { day: tens + unit, next: unitAt + 1 };
  }
  const day = days.get(token.key);
  return day === undefined ? undefined : { day, next: at + 1 };
}

/** Whether a day written out can begin with the word. */
export function isDayWord(key: string): boolean {
  return days.has(key) || TENS.has(key);
}
