import { endingIn } from '../words/words.ts';
import type { Word } from './words.ts';

/** So many small adjectives stand before or behind the noun: "Российское социалистическое движение". */
export const ADJECTIVES = 3;

/** Endings of adjectives that stand behind a noun: "communiste". */
export const ROMANCE_ADJECTIVE = endingIn(
  2,
  `iste istes al ale aux ales ais aise aises ien ienne iens ique iques ain aine ois oise if ive ives aire aires ant ante ista istas isti iste ano ana anos anas ani
   ico ica icos icas ici iche ese esi esa ivo iva ario aria ense eño eña ali ière ier iers el elle els elles eux euse uni unie unis unita uniti unido unida libre libero livre`,
);
export const SLAVIC_ADJECTIVE = endingIn(
  2,
  `ый ий ой ая яя ое ее ого его ому ую юю ым им ых их ые ие ська ський ське ської ських цька цький цької на не ної них ного
   ska ski skie skiej skiego skich cka cki ckie ckiej na ny ne nej nego nych owa owy owe owej owego owych ka ki
   čka čki čko čke čkog škog ska sko ske skog skih na ni no ne nog nih ćka ova ove ovi
   ћка чка чки чко чке чког шка шки шко шке ска ски ско ске ског ских на ни но не ног них ова ове ови`,
);

/** Whether a word looks like an adjective of a Romance or Slavic language. */
export const isAdjective = ({ key }: Word): boolean =>
  key.length > 4 && (SLAVIC_ADJECTIVE.test(key) || ROMANCE_ADJECTIVE.test(key));
