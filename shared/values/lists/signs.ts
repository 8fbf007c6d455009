/** Signs that open an item wherever in a line it stands; inside of a character class. */
export const bullets = '•●▪◦';
/** Signs that open an item at the beginning of a line alone. */
export const lineBullets = `${bullets}‣–—-`;
/** Words that join the last item to those before it, apart by bars. */
export const ands = 'and|y|et|и|та|und';
/** Such words that also stand inside of names, or mean something else in other languages. */
export const shortAnds = 'e|i';

/** What opens an item: a bullet, a wikitext star or hash, a number or letter with point or bracket. */
export const BULLET = new RegExp(
  String.raw`^\s*(?:[*#:;]+|[${lineBullets}](?=\s)|\(?(?:\d{1,3}|[a-zа-я])[.)](?=\s))\s*`,
  'u',
);
/** What joins the last item, at its beginning. */
export const LAST_JOIN = new RegExp(
  String.raw`^(?:${ands}|${shortAnds}|en|och|og|as well as|а также|ainsi que|así como|sowie)\s+`,
  'iu',
);
/** What joins the last two items where no sign stands between them. */
export const LAST_PAIR = new RegExp(String.raw`\s(?:${ands}|а также)\s`, 'iu');
