import { foldOf } from './fold.ts';
import type { RarityTable } from './rarity.ts';
import { romanise } from './transliterate.ts';

/** Words of names, by in how many of 10,000 names they stand at the least; general knowledge, not counted anywhere. */
const TIERS: readonly (readonly [number, string])[] = [
  [
    400,
    `mohammed muhammad mohamed mohammad ali ahmed ahmad kim lee company bank international national party group committee
    union association corporation republic democratic people federation`,
  ],
  [
    120,
    `abdullah abdallah hassan hasan hussein hussain husain ibrahim khan mahmoud mahmood mustafa omar umar said yusuf rahman aziz
    salah saleh haji hamid singh kumar wang li zhang chen liu yang nguyen tran park choi jong chol song jin yong young il ho jae hyon
    josé maria jose juan carlos luis antonio manuel francisco garcía rodríguez martínez lópez gonzález hernández pérez sánchez fernández
    joão silva santos pedro ana paulo john james david michael robert william thomas george peter paul smith
    ivan ivanov alexander aleksandr sergei vladimir andrei mikhail nikolai elena maria anna olga natalia
    jean pierre marie michel giovanni giuseppe marco hans karl peter jan piotr andrzej
    marko jovan petar milan nikola dragan
    movement socialist communist workers revolutionary front league council congress institute university centre center foundation
    global world european american china russian russia germany france general industries industry trading services holding holdings
    capital fund trust management investment systems state people's popular social united new development
    construction engineering technology energy oil gas insurance electric electronics society organization organisation alliance`,
  ],
  [
    40,
    `salman faisal khalid nasser nasir karim rashid jamal kamal habib latif malik qadir qasim bashir jalil amin hakim osman othman
    abbas akbar reza hossein mehdi amir shah mir sayed sayyid syed sheikh iqbal butt begum chang lin huang zhao wu zhou xu sun zhu
    hong hun min myong kwang chun sok hyok nam kyong tae sung un ri pak
    miguel ángel rafael javier jorge pablo alberto fernando eduardo ricardo roberto mario daniel alejandro diego andrés enrique
    raúl oscar víctor ramón torres ramírez flores rivera gómez díaz cruz reyes morales ortiz gutiérrez chávez ramos ruiz álvarez
    mendoza castillo jiménez moreno romero herrera medina castro vargas guzmán rojas
    oliveira souza pereira lima costa ferreira rodrigues almeida marcos lucas
    richard charles joseph christopher mark steven brian kevin edward jones brown johnson williams miller davis wilson taylor anderson
    scott martin mary elizabeth susan karen lisa sarah
    dmitri alexei yuri igor oleg boris viktor pavel konstantin evgeny anatoly valery vasily petr petrov sidorov popov smirnov kuznetsov
    ivanovich sergeevich vladimirovich alexandrovich nikolaevich mikhailovich petrovich viktorovich alekseevich ivanovna
    oleksandr serhiy andriy mykola volodymyr yulia tatiana irina svetlana ekaterina galina
    philippe françois jacques andré louis nicolas laurent alain bernard claude dupont durand
    francesco antonio paolo luigi rossi russo ferrari andrea stefano
    thomas michael wolfgang klaus werner müller schmidt schneider fischer weber meyer
    tomasz krzysztof stanisław jerzy józef anna katarzyna kowalski nowak
    aleksandar zoran goran dejan jovanović petrović nikolić marković đorđević ivan josip stjepan horvat
    city north south east west central asia africa latin america europe united kingdom states islamic christian liberal green left youth women
    solidarity peace justice freedom law science technical production export import shipping transport petroleum aviation airlines
    mortgage loan securities partners real estate motor health solutions`,
  ],
];

/** Names that the shares of the shipped words are of. */
const NAMES = 10_000;

function shipped(): RarityTable {
  const counts = new Map<string, number>();
  for (const [count, words] of TIERS)
    for (const word of words.split(/\s+/)) {
      const fold = foldOf(romanise(word));
      if (!counts.has(fold)) counts.set(fold, count);
    }
  return { version: 'shipped-1', names: NAMES, counts };
}

/** The table to begin with, before a project's own names have been counted. */
export const shippedRarity: RarityTable = shipped();
