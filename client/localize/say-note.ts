import { msg, str } from '@lit/localize';
import type { Note, Subtlety } from '../../shared/comparing/explain.ts';
import { sayList } from './locale.ts';
import { sayCharacter, scriptOf } from './say-character.ts';

/** Explains what tells two stretches apart that read alike: "“а” is Cyrillic, “a” is Latin." */
export function sayNote(note: Note): string {
  const { differ } = note;
  if (differ.length > 1) return msg(str`Only this differs: ${sayList(differ.map(sayWhat))}.`);
  if (differ[0] === 'look-alike') return sayLookAlikes(note);
  return sayOne(differ[0]!, note);
}

function sayLookAlikes({ left, right }: Note): string {
  const [one, other] = [left[0]!, right[0]!];
  const script = scriptOf(one) ?? msg('another sign');
  const otherScript = scriptOf(other) ?? msg('another sign');
  const first = msg(str`“${one}” is ${script}, “${other}” is ${otherScript}.`);
  if (left.length === 1) return first;
  return msg(str`${first} Of such letters there are more here.`);
}

function sayOne(subtlety: Subtlety, { left, right }: Note): string {
  const what = sayWhat(subtlety);
  const [ours, theirs] = [sayList(left.map(sayCharacter)), sayList(right.map(sayCharacter))];
  if (ours && theirs)
    return msg(str`Only this differs: ${what}; ${ours} on the left, ${theirs} on the right.`);
  if (ours) return msg(str`Only this differs: ${what}; ${ours} on the left alone.`);
  if (theirs) return msg(str`Only this differs: ${what}; ${theirs} on the right alone.`);
  return msg(str`Only this differs: ${what}.`);
}

function sayWhat(subtlety: Subtlety): string {
  switch (subtlety) {
    case 'line-ends':
      return msg('how lines end');
    case 'invisible':
      return msg('characters that cannot be seen');
    case 'space':
      return msg('white space');
    case 'form':
      return msg('the Unicode form of the same letters');
    case 'quotes':
      return msg('quotation marks or dashes');
    case 'width':
      return msg('the width or joining of the same letters');
    case 'case':
      return msg('capital letters');
    case 'look-alike':
      return msg('letters of another script that look the same');
    case 'marks':
      return msg('accents');
  }
}
