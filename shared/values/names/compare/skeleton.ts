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
    const sound = letter === 'c' ? (/[ei]/.test(fold[i + 1] ?? '') ? 's' : 'k') : CLASSES[letter];
    if (sound !== undefined) {
      if (!skeleton.endsWith(sound)) skeleton += sound;
    } else if (i === 0) skeleton = letter === 'h' ? 'k' : /[0-9]/.test(letter) ? letter : 'a';
    else if (/[0-9]/.test(letter)) skeleton += letter;
  }
  return skeleton;
}
