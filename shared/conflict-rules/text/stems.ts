import { wordKey } from '../../values/folded.ts';

const CYRILLIC =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ская|ской|ская|ая|яя|ое|ее|ые|ие|ыи|ии|ои|еи|ом|ем|ым|им|ую|юю|ых|их|ам|ям|ах|ях|ов|ев|ия|ию|ий|іи|ої|ою|ею|а|я|о|е|у|ю|ы|и|і|ь|и)$/u;
const LATIN =
  /(?:iego|ego|iemu|emu|ymi|imi|ami|ima|ama|ach|ich|ych|ową|owi|oga|og|om|em|im|ym|ih|ie|ia|ej|ą|ę|a|e|i|o|u|y)$/u;
const LEAST = 3;

/** @returns a word without the ending that tells case, gender and number in Slavic languages; others lose at most a vowel */
export function stemOf(word: string): string {
  const key = wordKey(word);
  const pattern = /\p{Script=Cyrillic}/u.test(key) ? CYRILLIC : LATIN;
  const stem = key.replace(pattern, '');
  return stem.length >= LEAST ? stem : key;
}

/** @returns a word as names are compared by: its stem, without a genitive or plural s; short words stay as they are */
export function bareWord(word: string): string {
  const key = wordKey(word.replace(/[’']s$/u, ''));
  return key.length > 5 ? stemOf(key.replace(/s$/, '')) : key;
}
