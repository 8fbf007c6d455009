import type { CheckedText } from '../../detectors/checked-text.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import { tokensOf } from '../../values/tokens.ts';
import { namingsIn } from './statement.ts';

const LONGEST_TITLE = 200;

/** @returns the words, as keys, of what a text is about: of its title, its infobox, or of the first words in bold or in capitals */
export function findSubject(text: CheckedText): ReadonlySet<string> {
  const view = text.once(findSeen);
  const box = text.markup.find(
    span => span.kind === 'template' && span.parameters.length > 2 && span.parameters.some(isName),
  );
  const name = box?.kind === 'template' ? box.parameters.find(isName)?.value : undefined;
  const bold = view.marks.find(mark => mark.kind === 'bold');
  const first = /\S[^\n\r]{0,400}/.exec(view.text)?.[0] ?? '';
  const candidates = [
    text.title,
    name && text.text.slice(name.start, name.end),
    bold && view.text.slice(bold.start, bold.end),
    first,
  ];
  const found = new Set<string>();
  for (const words of candidates) {
    if (!words || found.size > 0) continue;
    for (const { keys, isPlace } of namingsIn(tokensOf(words.slice(0, LONGEST_TITLE))))
      if (!isPlace) for (const key of keys) found.add(key);
  }
  return found;
}

const isName = ({ name }: { readonly name: string }) =>
  /^(?:name|nombre|nom|nome|название|назва|nazwa|назив|naziv|title)$/i.test(name);
