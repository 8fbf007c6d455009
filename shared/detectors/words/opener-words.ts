import { wordSet } from './words.ts';

/** Small words that have a capital only where a sentence begins with them. */
export const openers = wordSet(
  `the a an this that these those it its he she they we i you his her their our my your there here what which who whose where when while why how if in on at by for from to of with without within
   after before during since until as and but or nor so yet also among between about against both each every all any some many most much more several such other another no not only even still then than thus however
   therefore moreover meanwhile furthermore although though because despite under over according through today yesterday tomorrow now once first second third finally later earlier recently currently following including
   one two three four five six seven eight nine ten is are was were be been has have had will would can could should may might must do does did let please see note according`,
  `el la los las lo un una unos unas este esta estos estas ese esa eso aquel su sus mi tu nuestro nuestra en a al de del con sin por para según desde hasta entre sobre tras durante ante bajo contra y e o u pero sino aunque porque si
   cuando como donde que quien cual cuyo también además así entonces luego después antes hoy ayer mañana ahora ya no sí todo toda todos todas cada otro otra otros otras algunos muchos varios más menos es son fue fueron era ser está están hay`,
  `o os as um uma uns umas este esta isto esse essa isso aquele seu sua seus suas em no na nos nas ao aos à às do da dos das com sem por pelo pela para segundo desde até entre sobre após durante ante sob contra e ou mas porém embora porque se
   quando como onde que quem qual também além assim então depois antes hoje ontem amanhã agora já não sim todo toda todos todas cada outro outra alguns muitos vários mais menos é foi foram era está estão há`,
  `le la les l un une des ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes il elle ils elles on nous vous je tu en au aux du de dans par pour avec sans selon depuis entre sur sous contre chez après avant pendant dès
   et ou mais donc or ni car si quand comme où que qui quoi dont aussi ainsi alors puis ensuite enfin aujourd’hui hier demain maintenant déjà ne pas oui tout toute tous toutes chaque autre autres plusieurs certains plus moins est sont était c s d qu`,
  `il lo la i gli le un uno una questo questa questi queste quello quella suo sua suoi sue loro nostro nostra in nel nella nei nelle al allo alla ai alle del della dei delle dal dalla con senza per secondo tra fra su sul sulla sotto contro dopo prima durante
   e ed o ma però anche inoltre così allora poi oggi ieri domani ora già non sì tutto tutta tutti tutte ogni altro altra altri alcuni molti vari più meno è sono era fu che chi cui quando come dove perché se`,
  `der die das den dem des ein eine einen einem einer eines dieser diese dieses jener jede jeder sein seine seinen ihr ihre ihren unser unsere wir ich er sie es man in im am an auf aus bei beim mit nach von vom vor zu zum zur für durch gegen ohne um über unter
   zwischen während wegen trotz seit bis und oder aber sondern denn doch auch außerdem dann danach daher deshalb heute gestern morgen jetzt schon nicht kein keine alle alles viele mehrere einige andere mehr weniger ist sind war waren wird werden hat haben wenn als ob dass weil wie wo was wer`,
  `в во на с со к ко из от до по за над под при про о об у без для через между среди после перед во и а но или ни да же ли бы не нет так также тоже ещё еще уже только лишь этот эта это эти тот та то те такой такая он она оно они мы вы я ты его её ее их наш наша наши мой
   свой что чтобы как когда где куда откуда почему если хотя потому поэтому однако впрочем кроме сегодня вчера завтра сейчас теперь тогда затем потом все всё всех весь вся каждый другой другие некоторые многие несколько более менее был была было были есть будет`,
  `у в на з із зі до від по за над під при про о об без для через між серед після перед і й та а але або ні не так також теж ще вже лише тільки цей ця це ці той те ті він вона воно вони ми ви я ти його її їх їхній наш наша що щоб як коли де куди чому якщо хоча тому однак проте
   крім сьогодні вчора завтра зараз тепер тоді потім усі все всі весь вся кожен інший інші деякі багато кілька більше менше був була було були є буде`,
  `w we na z ze do od po za nad pod przy o u bez dla przez między wśród przed i a ale lub albo ani nie tak także też jeszcze już tylko ten ta to ci te tamten on ona ono oni one my wy ja ty jego jej ich nasz nasza co aby żeby jak kiedy gdzie dlaczego jeśli choć dlatego jednak ponadto
   oprócz dziś dzisiaj wczoraj jutro teraz wtedy potem wszyscy wszystkie każdy inny inni niektórzy wiele kilka więcej mniej był była było byli jest są będzie`,
  `u na s sa iz od do po za nad pod pri o bez kroz između među posle poslije nakon pre prije pred i a ali ili ni ne da li takođe također još već samo ovaj ova ovo ovi taj ta to ti onaj on ona ono oni mi vi ja njegov njen njihov naš naša što šta kako kada kad gde gdje zašto ako iako zato međutim
   osim danas juče jučer sutra sada tada zatim potom svi sve svaki drugi neki mnogi nekoliko više manje bio bila bilo bili je su biće`,
  `у на с са из од до по за над под при о без кроз између међу после након пре пред и а али или ни не да ли такође још већ само овај ова ово ови тај то ти онај он она оно они ми ви ја његов њен њихов наш наша што шта како када кад где зашто ако иако зато међутим осим данас јуче сутра сада
   тада затим потом сви све сваки други неки многи неколико више мање био била било били је су`,
);

/** Articles: with a capital inside a sentence they belong to a name. */
export const articles = wordSet(
  'the a an la el los las le les l die der das den dem il lo gli o os as un una une um uma',
);

/** Of these the ones that may stand among words in capitals without being an acronym. */
export const shoutedOpeners = wordSet(
  'the of and in on for to by at from with is are this that el los las del y en de der die das und le les des et du il gli della и в на с о за по для і у na w z i u se je',
);

/** Forms of address that stand before a family name and are marked with it: "Mr. Smith". */
export const courtesies = wordSet(
  `mr mrs ms miss messrs mx sr sra srta señor señora don doña mme mlle monsieur madame m herr frau signor signora sig dott senhor senhora dona pan pani г-н г-жа господин госпожа пан пані gospodin gospođa g-din g-đa господин госпођа`,
);
/** Titles that do not end a sentence with their full stop. */
export const abbreviations = wordSet(
  `mr mrs ms dr prof sr sra srta st ste gen col lt maj capt sgt hon rev fr jr no vs inc ltd corp co dept univ assoc bros mt ft e.g i.e cf al approx ca d.a dipl ing mag abg bzw z.b u.a str nr
   r ul im św ks inż mgr hab red tzw np г т д др проф акад им ул стр тов гр чл г-н млн млрд тыс руб доц см св гг вв р ст`,
);
