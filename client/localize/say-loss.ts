import { msg, str } from '@lit/localize';
import type { Loss } from '../../shared/formats/losses.ts';

/** What the formats say, by their own words. */
const words: Readonly<Record<string, () => string>> = {
  'Annotations kept as they came, since they are about no text here.': () =>
    msg('Annotations kept as they came, since they are about no text here.'),
  'Characters that XML cannot hold; they stand as U+FFFD.': () =>
    msg('Characters that XML cannot hold; they stand as U+FFFD.'),
  'Claims in a conflict that is not settled.': () => msg('Claims in a conflict that is not settled.'),
  'Claims of texts that have no web address, which ClaimReview must name.': () =>
    msg('Claims of texts that have no web address, which ClaimReview must name.'),
  'Claims whose verdict does not say how true they are.': () =>
    msg('Claims whose verdict does not say how true they are.'),
  'Claims without a verdict.': () => msg('Claims without a verdict.'),
  'Claims in several parts, which no single form can replace.': () =>
    msg('Claims in several parts, which no single form can replace.'),
  'Claims on white space alone.': () => msg('Claims on white space alone.'),
  'Claims that begin or end within a character; they were widened to whole ones.': () =>
    msg('Claims that begin or end within a character; they were widened to whole ones.'),
  'Claims that do not find their words where they should stand.': () =>
    msg('Claims that do not find their words where they should stand.'),
  'Claims that share words with another that is replaced.': () =>
    msg('Claims that share words with another that is replaced.'),
  'Claims that still stand on an earlier revision of their text.': () =>
    msg('Claims that still stand on an earlier revision of their text.'),
  'Claims, and what was found about them.': () => msg('Claims, and what was found about them.'),
  'Conflicts that are open, or settled without a preferred form.': () =>
    msg('Conflicts that are open, or settled without a preferred form.'),
  'Conflicts, and how they were settled.': () => msg('Conflicts, and how they were settled.'),
  'Earlier revisions of texts.': () => msg('Earlier revisions of texts.'),
  'Entities that no claim names.': () => msg('Entities that no claim names.'),
  'Sources that no evidence cites.': () => msg('Sources that no evidence cites.'),
  'Entities and the forms of their names.': () => msg('Entities and the forms of their names.'),
  'Evidence.': () => msg('Evidence.'),
  'Fields beside the value.': () => msg('Fields beside the value.'),
  'Halves of characters at the ends of claims.': () => msg('Halves of characters at the ends of claims.'),
  'Halves of characters within words that people wrote.': () =>
    msg('Halves of characters within words that people wrote.'),
  'How far the work on a claim has come.': () => msg('How far the work on a claim has come.'),
  'Line ends and tabs within tags, fields and notes; they came as spaces.': () =>
    msg('Line ends and tabs within tags, fields and notes; they came as spaces.'),
  'Line ends within tags and notes; they came as spaces.': () =>
    msg('Line ends within tags and notes; they came as spaces.'),
  'Line ends within tags, fields and notes; they came as spaces.': () =>
    msg('Line ends within tags, fields and notes; they came as spaces.'),
  'Notes.': () => msg('Notes.'),
  'Objects that were removed and are kept.': () => msg('Objects that were removed and are kept.'),
  'Sources that cannot be written in this format.': () =>
    msg('Sources that cannot be written in this format.'),
  'Sources.': () => msg('Sources.'),
  'Tags.': () => msg('Tags.'),
  'That parts of a text are one claim; each became an annotation.': () =>
    msg('That parts of a text are one claim; each became an annotation.'),
  'The bytes of files that go with evidence.': () => msg('The bytes of files that go with evidence.'),
  'The history: it goes with the whole desk, and this is a part of it.': () =>
    msg('The history: it goes with the whole desk, and this is a part of it.'),
  'The history: who changed what, and when.': () => msg('The history: who changed what, and when.'),
  'The texts themselves.': () => msg('The texts themselves.'),
  'The variable “custom” of sources: archive links.': () =>
    msg('The variable “custom” of sources: archive links.'),
  'Values that say more than the words do.': () => msg('Values that say more than the words do.'),
  'Verdicts.': () => msg('Verdicts.'),
  'What a claim was in another program.': () => msg('What a claim was in another program.'),
  'What claims say; only that they were made and changed.': () =>
    msg('What claims say; only that they were made and changed.'),
  'What conflicts and decisions say.': () => msg('What conflicts and decisions say.'),
  'What decisions laid on claims.': () => msg('What decisions laid on claims.'),
  'What was suggested or found, and refused.': () => msg('What was suggested or found, and refused.'),
  'Whether a claim still stands on the words it was made on.': () =>
    msg('Whether a claim still stands on the words it was made on.'),
  'Which entity a claim names.': () => msg('Which entity a claim names.'),
  'Which note answers which.': () => msg('Which note answers which.'),
  'Which of the sources are texts on the desk.': () => msg('Which of the sources are texts on the desk.'),
  'White space at the ends of claims.': () => msg('White space at the ends of claims.'),
  'White space at the ends of lines, and empty lines; a text here is recognised all the same.': () =>
    msg('White space at the ends of lines, and empty lines; a text here is recognised all the same.'),
  'Who made a claim, and when.': () => msg('Who made a claim, and when.'),
  'Who wrote a note, and when.': () => msg('Who wrote a note, and when.'),
};

/** @returns what a format leaves behind, in the interface's language; as the format says it where it is not known. */
export function sayLoss({ says }: Pick<Loss, 'says'>): string {
  const variable = /^The variable “(.+)” of sources, in whole or in part\.$/.exec(says)?.[1];
  if (variable !== undefined) return msg(str`The variable “${variable}” of sources, in whole or in part.`);
  const length = /^Claims of (\d+) characters and more are written whole; search engines show less\.$/.exec(
    says,
  )?.[1];
  if (length !== undefined)
    return msg(str`Claims of ${length} characters and more are written whole; search engines show less.`);
  return words[says]?.() ?? says;
}

/** Whether what a format says can be said in the interface's language. */
export const knowsLoss = ({ says }: Pick<Loss, 'says'>): boolean =>
  Object.hasOwn(words, says) || /^(The variable “|Claims of \d)/.test(says);
