import { tokensOf } from '../../values/tokens.ts';

/** Words that speak of what is to come: en es fr it pt de ru uk pl sr hr. A sign "*" stands for any ending. */
const WORDS =
  'will shall upcoming forthcoming announces announce announcing announcement departing depart plans planned invites invitation ahead tomorrow scheduled expects preparing prepares ' +
  'acogerá celebrará participará asistirá viajará tendrá realizará reunirá anuncia anuncian convoca convocatoria invita próxima próximo mañana partirá será serán ' +
  'accueillera participera aura tiendra annonce annoncent invite prochain prochaine demain sera seront rejoindra partira ' +
  'ospiterà parteciperà terrà annuncia annunciano prossimo prossima domani sarà saranno partirà ' +
  'acolherá receberá anuncia anunciam convida amanhã estará sediará ' +
  'wird werden kündigt ankündigung morgen bevorstehend geplant lädt einladung ' +
  'будет будут пройдет пройдёт состоится состоятся примет примут планирует анонс готовится завтра приглашает откроется ' +
  'буде будуть пройде відбудеться візьме планує анонсує готується завтра запрошує відкриється ' +
  'będzie będą odbędzie weźmie planuje zapowiada zapowiedź zaprasza jutro ' +
  'biće bit će ugostit učestvovaće sudjelovat najavljuje najava poziva sutra održaće биће најављује најава позива сутра одржаће';

const words: ReadonlySet<string> = new Set(tokensOf(WORDS).map(({ key }) => key));
/** Phrases that a single word would not give away. */
const PHRASES =
  /\b(?:to (?:participate|attend|host|take part|be held|gather)|va a (?:participar|celebrar|realizar|acoger)|vai (?:participar|receber|sediar)|soll stattfinden)\b/iu;

/** @returns the word or phrase by which a title announces what is to come, or undefined */
export function announcingWord(title: string): string | undefined {
  const phrase = PHRASES.exec(title.slice(0, 2000))?.[0];
  return (
    phrase ?? tokensOf(title.slice(0, 2000)).find(({ kind, key }) => kind === 'word' && words.has(key))?.text
  );
}
