import { ands, shortAnds } from '../../values/lists/signs.ts';
import { phraseList, wordSet } from './words.ts';

/** Headings of lists that name no members: what else to read, where the words come from. */
export const asideHeadings = phraseList(
  'see also|external links|references|notes|footnotes|further reading|bibliography|sources|literature|links|navigation|contents|table of contents|citations|works cited|publications|discography|filmography',
  'véase también|enlaces externos|referencias|notas|bibliografía|fuentes|contenido|índice|lecturas adicionales|ver também|ligações externas|referências|fontes|leitura adicional',
  'voir aussi|liens externes|références|notes et références|bibliographie|sources|sommaire|articles connexes|voci correlate|collegamenti esterni|note|bibliografia|fonti|altri progetti|indice',
  'siehe auch|weblinks|einzelnachweise|literatur|quellen|inhalt|inhaltsverzeichnis|anmerkungen|fußnoten',
  'см. также|см также|смотрите также|ссылки|примечания|литература|источники|содержание|див. також|див також|посилання|примітки|література|джерела|зміст',
  'zobacz też|linki zewnętrzne|przypisy|bibliografia|źródła|spis treści|vidi još|vidi također|vanjske poveznice|spoljašnje veze|reference|izvori|literatura|sadržaj|види још|спољашње везе|референце|извори|литература|садржај',
);

/** Words in a heading or a cue after which speakers are named. */
export const speakerCues = wordSet(
  `speaker speakers spoke speeches lecturers panelists panellists keynote addressed presenters
   orador oradora oradores oradoras ponente ponentes hablaron intervinieron intervinieron conferenciantes panelistas disertantes expositores
   orateur orateurs oratrices intervenants intervenantes intervinrent conférenciers relatori relatrici oratori interventi intervennero
   palestrantes oradores falaram discursaram redner rednern rednerinnen referenten referentinnen sprachen sprecher
   спикер спикеры спикеров спикерами докладчик докладчики докладчиков ораторы ораторов выступающие выступающих выступили выступавшие выступали
   спікери спікерів доповідачі доповідачів промовці промовців виступили виступаючі mówcy mówców prelegenci prelegentów przemawiali głos
   govornici govornika govornici izlagači izlagača govorili predavači говорници говорника излагачи говорили предавачи`,
);
/** Words in a heading or a cue after which those who signed are named. */
export const signatoryCues = wordSet(
  `signatories signatory signed signers signees undersigned firmantes firmado firmaron firman firmas suscriben abajofirmantes signataires signé signée signés
   soussignés ont signé firmatari firmato firmata sottoscritti sottoscrivono signatários assinaram assinam assinado subscritores abaixo-assinados
   unterzeichner unterzeichnerinnen unterzeichnende unterzeichneten erstunterzeichner erstunterzeichnerinnen gezeichnet
   подписали подписанты подписались подписавшие подписи подписантов підписали підписанти підписантів підписи sygnatariusze podpisali podpisani sygnatariuszy podpisano
   potpisnici potpisali potpisnika potpisani потписници потписали потписника потписани`,
);
/** Words in a heading or a cue after which people are named. */
export const peopleCues = wordSet(
  `people persons leaders members-at-large authors editors contributors participants attendees guests staff officers
   candidates deputies delegates journalists scholars experts individuals board presidium bureau
   personas líderes autores editores participantes asistentes invitados candidatos diputados delegados personalidades dirigentes integrantes
   personnes auteurs participants invités candidats députés délégués personnalités persone autori partecipanti ospiti candidati
   deputati delegati personalità pessoas convidados deputados personen personalities autoren teilnehmer teilnehmerinnen gäste kandidaten persönlichkeiten
   люди персоны персоналии авторы участники участников гости кандидаты депутаты делегаты эксперты журналисты люди особи автори учасники учасників гості
   кандидати депутати делегати osoby autorzy uczestnicy goście kandydaci posłowie delegaci ljudi osobe autori učesnici sudionici gosti
   kandidati poslanici zastupnici delegati људи особе аутори учесници гости кандидати посланици делегати`,
);

/** Phrases after which an enumeration begins. */
export const enumerationCues = phraseList(
  'included|includes|include|including|such as|among them|among which|among whom|namely|consists of|consisted of|consisting of|comprises|comprising|comprised|composed of|made up of|are as follows|as follows|following|for example|e.g|like|were|are|members of|representatives of|representatives from|delegates of|delegates from|delegations from|delegations of|participation of|attended by|merger of|merging of|fusion of|union of|coalition of|alliance of|from all|joined by|centres in|centers in|offices in|branches in|countries such as|signed by|founded by|organised by|organized by|supported by|together with|along with|as well as',
  'incluyen|incluyeron|incluidos|incluidas|incluyendo|tales como|como|entre ellos|entre ellas|entre los que|entre las que|entre otros|a saber|integrado por|integrada por|compuesto por|compuesta por|formado por|formada por|miembros de|miembros del|representantes de|representantes del|delegados de|delegaciones de|participación de|la fusión de|fusión de|firmado por|firmada por|fundado por|con sedes en|en países como|fueron|son|figuran',
  'incluem|incluindo|tais como|entre eles|entre elas|nomeadamente|integrada por|composta por|composto por|formada por|membros de|representantes de|representantes do|representantes da|delegados de|participação de|fusão de|assinado por|assinada por|como|são|foram',
  'comprennent|comprend|dont|notamment|tels que|telles que|parmi eux|parmi elles|parmi lesquels|à savoir|composé de|composée de|membres de|membres du|représentants de|représentants du|représentants des|délégués de|la participation de|fusion de|signé par|signée par|fondé par|ainsi que|comme|sont|étaient',
  'includono|compresi|comprese|inclusi|incluse|tra cui|fra cui|quali|come|tra questi|vale a dire|composto da|composta da|formato da|membri di|membri del|rappresentanti di|rappresentanti del|rappresentanti della|delegati di|partecipazione di|fusione di|firmato da|firmata da|sono|erano|nonché',
  'darunter|umfassen|umfasst|wie|unter anderem|nämlich|bestehend aus|besteht aus|mitglieder von|mitglieder der|vertreter von|vertreter der|vertretern von|vertretern der|vertreter aus|delegierte aus|teilnahme von|zusammenschluss von|zusammenschluss der|unterzeichnet von|gegründet von|sowie|waren|sind|beispielsweise|zum beispiel',
  'в том числе|включая|включают|включали|такие как|таких как|среди них|среди которых|а именно|например|состоит из|состоял из|состоящий из|входят|вошли|члены|представители|представителей|представителями|делегаты|делегации|участием|участие|слияния|объединения|подписали|а также|как',
  'у тому числі|в тому числі|зокрема|включно з|включаючи|такі як|таких як|серед них|серед яких|а саме|наприклад|складається з|увійшли|входять|члени|представники|представників|представниками|делегати|делегації|участю|участь|злиття|підписали|а також|як',
  'w tym|takie jak|takich jak|między innymi|m.in|wśród nich|wśród których|mianowicie|na przykład|składa się z|należą|członkowie|przedstawiciele|przedstawicieli|przedstawicielami|delegaci|delegacje|udziałem|udział|połączenia|podpisali|oraz|jak',
  'uključujući|uključuju|kao što su|među njima|među kojima|odnosno|to jest|na primer|na primjer|sastoji se od|sastojala se od|čine|činili|članovi|predstavnici|predstavnika|predstavnicima|delegati|delegacije|učešće|učešćem|sudjelovanje|spajanjem|potpisali|kao i|kao|poput',
  'укључујући|укључују|као што су|међу њима|међу којима|односно|то јест|на пример|састоји се од|чине|чинили|чланови|представници|представника|представницима|делегати|делегације|учешће|учешћем|спајањем|потписали|као и|као|попут',
);

/** What ends an enumeration that does not name all. */
export const openEnds = phraseList(
  'among others|and others|and other|others|etc|and so on|and more|amongst others',
  'entre otros|entre otras|y otros|y otras|y otro|otros|otras|etcétera|y más|entre outros|entre outras|e outros|e outras|e outro|outros',
  'entre autres|et autres|et d’autres|et d autres|et dautres|autres|tra gli altri|e altri|e altre|altri|ed altri|eccetera|ecc',
  'unter anderem|und andere|und anderen|u.a|usw|und weitere|andere|weitere',
  'и другие|и других|и др|и другими|и прочие|и пр|и т.д|и тд|и т.п|другие|других|та інші|та інших|та ін|й інші|і інші|інші|інших|тощо|і т.д',
  'i inni|i inne|i innych|inni|innych|itd|itp|m.in|i drugi|i drugih|i ostali|i ostalih|drugi|ostali|и други|и других|и остали|други|остали|итд',
);

/** Words that join the last entry of an enumeration to those before it. */
export const lastJoins = wordSet(...`${ands}|${shortAnds}`.split('|'), 'й ed og och sowie & plus oraz те');
