import { wordKey } from '../folded.ts';

/** Weekdays from Monday in many languages, with cases and abbreviations; forms of one day are joined by "/". */
const TABLE: readonly string[] = [
  'monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun',
  'lunes martes miércoles jueves viernes sábado domingo',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
  'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  'segunda terça quarta quinta sexta sábado domingo',
  'montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag',
  'понедельник/понедельника/пн вторник/вторника/вт среда/среду/среды/ср четверг/четверга/чт пятница/пятницу/пятницы/пт суббота/субботу/субботы/сб воскресенье/воскресенья/вс',
  'понеділок/понеділка вівторок/вівторка середа/середу/середи четвер/четверга п’ятниця/п’ятницю/п’ятниці субота/суботу/суботи неділя/неділю/неділі/нд',
  'poniedziałek/poniedziałku wtorek/wtorku środa/środę/środy czwartek/czwartku piątek/piątku sobota/sobotę/soboty niedziela/niedzielę/niedzieli',
  'ponedeljak/ponedjeljak/ponedeljka/ponedjeljka utorak/utorka sreda/srijeda/sredu/srijedu četvrtak/četvrtka petak/petka subota/subotu/subote nedelja/nedjelja/nedelju/nedjelju',
  'понедељак/понедјељак/понедељка уторак/уторка среда/сриједа/среду/сриједу четвртак/четвртка петак/петка субота/суботу/суботе недеља/недјеља/недељу/недјељу',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  'måndag/måndagen tisdag/tisdagen onsdag/onsdagen torsdag/torsdagen fredag/fredagen lördag/lördagen söndag/söndagen',
  'mandag/mandagen tirsdag/tirsdagen onsdag/onsdagen torsdag/torsdagen fredag/fredagen lørdag/lørdagen søndag/søndagen',
  'pondělí úterý středa/středu čtvrtek pátek sobota/sobotu neděle/neděli',
  'dilluns dimarts dimecres dijous divendres dissabte diumenge',
  'δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή',
  'pazartesi salı çarşamba perşembe cuma cumartesi pazar',
];

const byKey: ReadonlyMap<string, number> = new Map(
  TABLE.flatMap(row =>
    row.split(' ').flatMap((forms, i) => forms.split('/').map(form => [wordKey(form), i + 1] as const)),
  ),
);

/** @returns the weekday that a word (as `wordKey` makes it) names, 1 Monday to 7 Sunday, or undefined. */
export function weekdayNamed(key: string): number | undefined {
  return byKey.get(key);
}

/** @returns the weekday of a day in the Gregorian calendar, 1 Monday to 7 Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDay() || 7;
}
