import { wordKey } from '../../values/folded.ts';

/** What may have happened on a date, as far as rules tell it. */
export type EventKind =
  | 'founding'
  | 'birth'
  | 'death'
  | 'end'
  | 'signing'
  | 'meeting'
  | 'joining'
  | 'office'
  | 'leaving'
  | 'opening'
  | 'victory'
  | 'publishing';

/**
 * Beginnings of words, without accents and in lower case, that tell what happened: en es fr it pt de ru uk pl sr hr.
 * A sign "$" ends a whole word.
 */
const STEMS: Readonly<Record<EventKind, string>> = {
  founding:
    'founded$ founding$ foundation$ established$ establishment$ created$ creation$ formed$ formation$ launched$ inaugurat fundad fundo$ fundacion$ fundacao$ cread creo$ constituid criad criou$ inaugurad fonde$ fondee fondation$ cree$ creee fondat fondazione$ costituit creat$ creata$ gegrundet grundung$ grundete$ gestiftet основан основал создан создал учрежден учредил образован засновано заснован створен утворен założon założył utworzon powstał osnovan osnivanj основано основан основана оснивањ stvoren створен formiran',
  birth:
    'born$ nacio$ nacido nacida ne$ nee$ naquit$ naissance$ nato$ nata$ nacque$ nascido nascida nasceu$ geboren родился$ родилась$ рожден народився$ народилась$ народилася$ urodził urodzon rođen$ rođena$ рођен$ рођена$',
  death:
    'died$ death$ murio$ fallecio$ fallecid muerte$ mort$ morte$ decede deces$ mori$ morto$ morta$ scomparso$ morreu$ faleceu$ gestorben$ starb$ verstarb$ tod$ умер$ умерла$ скончал погиб помер$ померла$ zmarł zginął umro$ umrla$ preminu погинуо$ умро$ умрла$ преминуо$ преминула$',
  end: 'dissolved$ disbanded$ abolished$ disuelt disolvi dissou sciolt dissolvid aufgelost$ auflosung$ распущен расформирован ликвидирован розпущен ліквідован rozwiązan rozwiązał raspusten ukinut распуштен укинут',
  signing:
    'signed$ signing$ signature$ firmad firmo$ firmaron$ firma$ signe$ signee signerent$ firmat firmarono$ assinad assinou$ assinaram$ unterzeichne unterschrieb подписан подписал підписан підписал podpisan podpisał potpisan potpisal потписан потписал',
  meeting:
    'held$ took$ met$ convened$ gathered$ celebro$ celebrad celebraron$ lugar$ reunio$ reunieron$ tenu$ tenue$ reuni$ reunis$ svolt svolse$ tenut tenne$ realizou$ realizad ocorreu$ stattgefunden fand$ fanden$ tagte$ состоял прошел$ прошла$ прошло$ прошли$ проходил собрал відбул відбув пройш odbył odbyw odrzan odrza одржан одржа',
  joining:
    'joined$ joins$ acceded$ accession$ admitted$ ingreso$ ingresaron$ adhirio$ adhere$ adhesion$ rejoint$ rejoignit$ aderi$ aderito$ ingressou$ beigetreten beitritt$ trat$ вступил вступлен присоединил приєднал вступив przystąpił wstąpił dołączył pristupi приступи pridruzi придружи',
  office:
    'elected$ election$ appointed$ appointment$ inauguration$ sworn$ elegid eligio$ nombrad nombro$ electo$ elu$ elue$ nomme eletto$ eletta$ nominat eleit nomead gewahlt$ ernannt$ berufen$ избран избрал назначен назначил обран обрал призначен wybran mianowan powołan izabran imenovan изабран именован',
  leaving:
    'resigned$ resignation$ stepped$ dismissed$ renuncio$ dimitio$ destituid demissionne demission$ dimess dimissioni$ renunciou$ demitiu$ zuruckgetreten rucktritt$ entlassen$ отставк уволен відставк звільнен zrezygnował rezygnacj odwołan ostavk smenjen оставк смењен',
  opening:
    'opened$ opening$ abrio$ apertura$ ouvert ouverture$ aperto$ aperta$ inaugurazione$ abriu$ abertura$ eroffne открыт открыл відкрит відкрив otwart otworzy otvoren отворен',
  victory:
    'won$ gano$ ganaron$ remporte vinto$ vinse$ venceu$ ganhou$ gewann$ gewonnen$ победил выиграл переміг виграв wygrał zwyciężył pobedi победи pobijedi',
  publishing:
    'published$ publication$ released$ publicad publico$ publie publiee pubblicat publicou$ veroffentlich erschien опубликован вышел$ вышла$ опублікован вийшл opublikowan wydan objavljen објављен',
};

/** What people meet at; words of one row mean the same. */
const GATHERINGS: readonly string[] = [
  'congress kongress congreso congres congresso конгресс съезд съезда съезде конгрес з’їзд kongres zjazd сјезд',
  'conference conferencia conferenza conferencia konferenz конференц konferencj konferencij',
  'forum foro форум',
  'summit cumbre sommet vertice cupula gipfel саммит саміт szczyt samit самит',
  'meeting reunion incontro riunione reuniao treffen sitzung встреч заседани зустріч засіданн spotkani posiedzeni sastanak sjednic sednic састанак седниц',
  'assembly asamblea assemblee assemblea assembleia versammlung ассамбле собрани асамбле збори zgromadzeni skupstin скупштин',
  'session sesion seance sessione sessao tagung сесси сесі sesj sjednica sesij',
  'festival фестивал',
  'election eleccion elezion eleic wahl wahlen выбор вибор wybor izbor избор',
  'referendum referendo референдум',
];

interface Stem {
  readonly stem: string;
  readonly whole: boolean;
  readonly kind: EventKind;
}

const byInitials = new Map<string, Stem[]>();
for (const [kind, stems] of Object.entries(STEMS) as [EventKind, string][]) {
  for (const written of stems.split(' ')) {
    const whole = written.endsWith('$');
    const stem = wordKey(whole ? written.slice(0, -1) : written);
    const beside = byInitials.get(stem.slice(0, 2));
    if (beside) beside.push({ stem, whole, kind });
    else byInitials.set(stem.slice(0, 2), [{ stem, whole, kind }]);
  }
}
const gatherings: readonly (readonly [string, number])[] = GATHERINGS.flatMap((row, i) =>
  row.split(' ').map(word => [wordKey(word), i] as const),
);

/** @param key a word as `wordKey` makes it. @returns what the word says that happened, or undefined */
export function eventNamed(key: string): EventKind | undefined {
  return byInitials
    .get(key.slice(0, 2))
    ?.find(({ stem, whole }) => (whole ? key === stem : key.startsWith(stem)))?.kind;
}

/** @param key a word as `wordKey` makes it. @returns the row of what people meet at, or undefined */
export function gatheringNamed(key: string): number | undefined {
  return gatherings.find(([stem]) => key.startsWith(stem) && key.length <= stem.length + 3)?.[1];
}
