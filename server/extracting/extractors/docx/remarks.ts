import type { Unshown } from './prepare.ts';

/** What the text of a document does not show, in sentences. */
export function remarksOf({
  raised,
  struck,
  symbols,
  before,
  margins,
  ...unshown
}: Unshown & {
  readonly raised: number;
  readonly struck: number;
  readonly symbols: number;
  readonly before: boolean;
  readonly margins: boolean;
}): string[] {
  const remarks: string[] = [];
  const say = (count: number, sentence: string): void => {
    if (count > 0) remarks.push(sentence);
  };
  const times = (count: number): string => `${count} ${count === 1 ? 'place' : 'places'}`;
  say(
    unshown.changes,
    before
      ? 'The document has tracked changes; this is the text as it was before them.'
      : 'The document has tracked changes; this is the text with all of them accepted.',
  );
  say(unshown.comments, `Comments are left out (${unshown.comments}).`);
  say(unshown.hidden, `Hidden text is left out (${times(unshown.hidden)}).`);
  say(margins ? 1 : 0, 'Headers and footers of pages are left out.');
  say(
    unshown.pictures,
    `Pictures and charts are left out (${unshown.pictures}); what is written in them is not in the text.`,
  );
  say(unshown.formulas, `Formulas are left out (${unshown.formulas}); read them in the original.`);
  say(unshown.boxes, `Text boxes in a form that is not read are left out (${unshown.boxes}).`);
  say(unshown.chunks, `Other files that are set into the document are left out (${unshown.chunks}).`);
  say(symbols, `Symbols of fonts that are not known are left out (${symbols}).`);
  say(raised, `Raised or lowered digits stand on the line (${times(raised)}): 10² reads 102.`);
  say(struck, `Words that are struck through stand in the text like others (${times(struck)}).`);
  return remarks;
}
