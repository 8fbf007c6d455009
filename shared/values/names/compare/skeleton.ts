/** Classes of consonants that are confused; what is not here is left out behind the first letter. */
const CLASSES: Readonly<Record<string, string>> = {
  ...{ b: 'b', p: 'b', f: 'v', v: 'v', d: 'd', t: 'd', g: 'k', k: 'k', m: 'm', n: 'n', l: 'l', r: 'r' },
  ...{ s: 's', z: 's', S: 's', C: 's', Z: 's', J: 's' },
};
const LONGEST = 6;

/** The consonants of a fold by class, at most six; a first vowel as "a", whichever it is. */
export function skeletonOf(fold: string): string {
  let skeleton = '';
  for (let i = 0; i < fold.length && skeleton.length < LONGEST; i++) {
    const letter = fold[i]!;
    const sound = letter === 'c' ? classOfC(fold, i) : CLASSES[letter];
    if (sound !== undefined) {
      if (!skeleton.endsWith(sound)) skeleton += sound;
    } else if (i === 0) skeleton = letter === 'h' ? 'k' : /[0-9]/.test(letter) ? letter : 'a';
    else if (/[0-9]/.test(letter)) skeleton += letter;
  }
  return skeleton;
}

/** C is soft before e and i, and at the end of "-ic", where an accent has been lost. */
function classOfC(fold: string, at: number): string {
  const next = fold[at + 1];
  const isSoft = next === undefined ? fold[at - 1] === 'i' : next === 'e' || next === 'i';
  return isSoft ? 's' : 'k';
}

const CLASS_LETTERS = 'bvdkmnlrs';

/** One bit for each class of consonants in a fold; c, which is now one and now another, is none. */
export function classBits(fold: string): number {
  let bits = 0;
  for (let i = 0; i < fold.length; i++) {
    const sound = CLASSES[fold[i]!];
    if (sound !== undefined) bits |= 1 << CLASS_LETTERS.indexOf(sound);
  }
  return bits;
}
