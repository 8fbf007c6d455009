import { wordKey } from '../../values/folded.ts';

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(wordKey));

/** Articles, prepositions, pronouns, auxiliaries and joining words: en es fr it pt de ru uk pl sr hr. */
export const functionWords = keys(
  'the a an of and or in on at to by for from with as is are was were be been has have had its it this that these those their his her he she they we our who which not no but also than then there where when after before during since until over more about into between among according other others such ' +
    'el la los las un una unos unas de del y e o u en a al con por para que se su sus es son fue fueron era ha han como más no lo le este esta estos estas tras durante desde hasta entre sobre ' +
    'le les des du et ou au aux dans par pour sur avec est sont fut ont a été qui que ne pas ce cette ces son sa ses leur après avant pendant depuis entre plus selon elle elles ils ' +
    'il lo gli i di dello della dei delle degli ed nel nella nei con per su da dal dalla è sono fu furono ha hanno che non si suo sua dopo prima durante tra fra più secondo ' +
    'o os as um uma do da dos das no na nos nas ao aos pelo pela com por para que é são foi foram tem seu sua após antes durante desde até entre mais segundo ' +
    'der die das den dem des ein eine einer eines einem einen und oder im am vom zum zur von zu mit bei nach aus auf für ist sind war waren wurde wurden hat haben als auch nicht sich sein seine ihr ihre vor seit bis zwischen unter über mehr ihm ihnen ihn er wir laut ' +
    'и в во на с со по к ко о об от до из за у при для не что как это этот эта эти его её ее их он она они был была было были есть также после перед между более или а но ' +
    'і й та у в на з із зі по до від за при для не що як це цей ця ці його її їх він вона вони був була було були є також після перед між понад або але ' +
    'i w we na z ze o od do po za przy dla nie że jak to ten ta te jego jej ich on ona oni był była było byli jest są także po przed między ponad oraz lub ale się według ' +
    'i u na s sa o od do po za pri za ne da kao je su bio bila bilo bili biti se taj ta to njegov njena njihov on ona oni takođe također posle poslije pre prije između više ili ali koji koja koje prema ' +
    'и у на с са о од до по за при не да као је су био била било били се тај та то његов њена њихов он она они такође после пре између више или али који која које',
);

/** Prepositions that open a place: en es fr it pt de ru uk pl sr hr. */
export const placeWords = keys(
  'in at near from en à au aux chez a ad in nel nella em no na aus bei nach в во на из под у з із w we na z u у из из',
);
