import { wordSet } from './words.ts';

/** Verbs by which somebody is said to have spoken, in the forms in which they are told of. */
export const speechVerbs = wordSet(
  `said says told tells added adds stated states declared declares announced announces explained explains noted notes argued argues warned warns addressed addresses spoke speaks replied replies remarked
   emphasized emphasised stressed claimed insisted urged asked commented concluded recalled admitted wrote writes tweeted`,
  `dijo dice afirmó afirma declaró declara señaló señala explicó explica anunció anuncia añadió agregó sostuvo aseguró indicó manifestó expresó destacó subrayó advirtió comentó recordó intervino habló respondió
   disse diz afirmou declarou explicou anunciou acrescentou sublinhou destacou ressaltou alertou lembrou falou respondeu discursou`,
  `déclaré déclare affirmé affirme expliqué explique annoncé annonce ajouté ajoute souligné souligne estimé estime indiqué indique rappelé rappelle assuré assure précisé précise dit répondu averti
   disse dice detto affermato afferma dichiarato dichiara spiegato spiega annunciato annuncia aggiunto aggiunge sottolineato sottolinea ricordato avvertito risposto`,
  `sagte sagt erklärte erklärt betonte betont kündigte fügte meinte meint forderte fordert warnte warnt äußerte unterstrich antwortete ergänzte sprach`,
  `сказал сказала говорит заявил заявила отметил отметила добавил добавила подчеркнул подчеркнула объяснил объяснила пояснил пояснила сообщил сообщила ответил ответила выступил выступила напомнил напомнила призвал призвала
   предупредил предупредила считает обратился обратилась написал написала`,
  `сказав сказала каже заявив заявила зазначив зазначила додав додала підкреслив підкреслила пояснив пояснила повідомив повідомила відповів відповіла виступив виступила нагадав нагадала закликав закликала наголосив наголосила написав`,
  `powiedział powiedziała mówi stwierdził stwierdziła oświadczył oświadczyła dodał dodała podkreślił podkreśliła zaznaczył zaznaczyła wyjaśnił wyjaśniła ogłosił ogłosiła odpowiedział odpowiedziała ostrzegł przypomniał napisał`,
  `rekao rekla kaže kazao kazala izjavio izjavila naveo navela dodao dodala istakao istaknuo istakla istaknula naglasio naglasila objasnio objasnila poručio poručila ocenio ocenila ocijenio najavio odgovorio upozorio podsetio govorio obratio
   рекао рекла каже казао изјавио изјавила навео навела додао додала истакао истакла нагласио нагласила објаснио објаснила поручио поручила оценио оценила најавио одговорио упозорио подсетио обратио`,
);

/** Auxiliaries between a name and a participle: "a déclaré", "ha detto", "je rekao". */
export const speechAuxiliaries = wordSet(
  'a ha has had hat have also then je је takođe također уже ещё then even ont était',
);
