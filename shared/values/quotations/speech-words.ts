import { wordKey } from '../folded.ts';

/** Verbs that give words to a speaker, by language, in the forms that reports use. */
const VERBS: readonly string[] = [
  'said says say told tells stated states declared declares added adds wrote writes noted notes explained argued argues claimed claims insisted announced warned stressed remarked replied asked recalled concluded emphasized emphasised commented tweeted posted',
  'dijo dice dijeron declaró afirmó señaló aseguró agregó añadió explicó escribió sostuvo subrayó destacó manifestó expresó advirtió indicó recordó concluyó respondió anunció',
  'dit déclare déclaré affirme affirmé ajoute ajouté explique expliqué écrit souligne souligné estime estimé précise précisé annonce annoncé assure assuré conclut répond',
  'detto dice disse dichiarato dichiara affermato afferma aggiunto aggiunge spiegato spiega scritto scrive sottolineato sottolinea annunciato',
  'disse diz dizem declarou afirmou acrescentou explicou escreveu ressaltou destacou observou anunciou alertou concluiu respondeu salientou sublinhou',
  'sagte sagt erklärte erklärt betonte betont meinte meint fügte schrieb schreibt berichtete teilte kündigte warnte unterstrich',
  'сказал сказала сказали говорит говорится заявил заявила заявили отметил отметила подчеркнул подчеркнула добавил добавила написал написала пишет сообщил сообщила пояснил пояснила объяснил объяснила считает уверен уточнил ответил ответила указал резюмировал',
  'сказав сказала сказали заявив заявила зазначив зазначила наголосив наголосила додав додала написав написала повідомив повідомила пояснив пояснила вважає підкреслив підкреслила відповів',
  'powiedział powiedziała mówi oświadczył oświadczyła stwierdził stwierdziła dodał dodała napisał napisała podkreślił podkreśliła zaznaczył zaznaczyła wyjaśnił wyjaśniła ocenił zapowiedział',
  'rekao rekla kaže kazao kazala izjavio izjavila naveo navela dodao dodala napisao napisala istakao istakla istaknuo istaknula naglasio naglasila poručio poručila objasnio objasnila',
  'рекао рекла каже казао казала изјавио изјавила навео навела додао додала написао написала истакао истакла нагласио нагласила поручио поручила објаснио објаснила',
];
/** Before a name they give words to it: "according to", "по словам". */
const ACCORDING =
  'to según selon secondo segundo laut zufolge so словам словами мнению według zdaniem prema riječima rečima речима према';

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(wordKey));

export const speechVerbs: ReadonlySet<string> = keys(VERBS.join(' '));
export const accordingWords: ReadonlySet<string> = keys(ACCORDING);
