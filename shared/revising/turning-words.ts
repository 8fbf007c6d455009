/** Words that turn what a sentence says into its opposite, or lay it in somebody's mouth; by language. */
const words = [
  // English
  'not no never none neither nor nobody nothing nowhere without cannot hardly scarcely barely unless except',
  'false falsely untrue wrong wrongly fake hoax denies denied deny disputes disputed refuted rumour rumor',
  'alleged allegedly reportedly supposed supposedly purported purportedly claims claimed according so-called if',
  'said says stated told',
  // Spanish
  'no ni nunca jamás nada nadie ningún ninguno ninguna tampoco sin salvo excepto falso falsa falsamente niega negó',
  'presunto presunta presuntamente supuesto supuesta supuestamente según dijo afirma afirmó aseguró',
  // Russian
  'не ни нет никогда никто ничего нигде без кроме вряд едва якобы будто ложно ложный отрицает отрицал отрицала',
  'опроверг опровергла согласно словам заявил заявила сообщил сообщила утверждает предполагаемый если',
  // French
  'ne n pas jamais rien personne aucun aucune nul nulle ni sans sauf guère faux fausse faussement nie nia dément',
  'démenti selon prétendu prétendue prétendument supposé supposée présumé présumée affirme déclaré si',
  // German, Italian, Portuguese
  'nicht kein keine keiner keinen nie niemals niemand nichts ohne weder angeblich laut falsch bestreitet',
  'non nessuno nessuna mai niente senza né falso secondo presunto presunta',
  'não nunca jamais ninguém nada nenhum nenhuma sem nem suposto suposta alegadamente',
];
const known = new Set(words.flatMap(line => line.split(' ')));
const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;
const PARTS = /n['’]t(?!\p{L})|[不没無无非未]|ليس|نہیں|नहीं/gu;

/** The words in a passage that deny, doubt or ascribe what it says, in order; lists of seven languages. */
export function turningWords(passage: string): string {
  const found = (passage.toLowerCase().match(WORD) ?? []).filter(word => known.has(word));
  return [...found, ...(passage.match(PARTS) ?? [])].join(' ');
}
