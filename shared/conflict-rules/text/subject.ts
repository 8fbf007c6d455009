import type { CheckedText } from '../../detectors/checked-text.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import { tokensOf } from '../../values/tokens.ts';
import { byCode } from '../place.ts';
import { namingsIn } from './statement.ts';

const LONGEST_TITLE = 200;
/** So much of a text is looked through for what it names most often. */
const SAMPLE = 20_000;
const OFTEN = 2;

/**
 * What a text is about, as keys of words: of its title or its infobox, of the first words in bold, or of what its
 * beginning names most often.
 */
export function findSubject(text: CheckedText): ReadonlySet<string> {
  const view = text.once(findSeen);
  const box = text.markup.find(
    span => span.kind === 'template' && span.parameters.length > 2 && span.parameters.some(isName),
  );
  const name = box?.kind === 'template' ? box.parameters.find(isName)?.value : undefined;
  const bold = view.marks.find(mark => mark.kind === 'bold');
  const candidates = [
    name && text.text.slice(name.start, name.end),
    text.title,
    bold && view.text.slice(bold.start, bold.end),
  ];
  for (const words of candidates) {
    const found = words ? namedIn(words.slice(0, LONGEST_TITLE)) : [];
    if (found.length > 0) return new Set(found.flat());
  }
  return new Set(mostNamed(view.text.slice(0, SAMPLE)));
}

const namedIn = (words: string): (readonly string[])[] =>
  namingsIn(tokensOf(words)).flatMap(({ keys, isPlace }) => (isPlace ? [] : [keys]));

function mostNamed(words: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const keys of namedIn(words)) {
    const key = keys.join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || byCode(a[0], b[0]));
  return first && first[1] >= OFTEN ? first[0].split(' ') : [];
}

const isName = ({ name }: { readonly name: string }) =>
  /^(?:name|nombre|nom|nome|название|назва|nazwa|назив|naziv|title)$/i.test(name);
