import { msg } from '@lit/localize';
import { announce } from '../../../elements/announcer.ts';
import { toast } from '../../../elements/toasts.ts';
import { selectedWords } from '../gestures.ts';
import { guessType } from '../guess-type.ts';
import type { Reading } from '../reading.ts';
import { type Marking, markingOfAlike, markingOfItems } from './marking.ts';

/** Proposes to mark many places at once, where there are any. @returns whether there are */
export async function proposeMarking(reading: Reading, kind: Marking['kind']): Promise<boolean> {
  const marking = await (kind === 'items' ? items(reading) : alike(reading));
  if (!marking) return false;
  reading.marking = marking;
  announce(msg('What is to be marked is highlighted. Leave out what should not be.'));
  return true;
}

async function items(reading: Reading): Promise<Marking | undefined> {
  const words = selectedWords(reading);
  const marking = words && (await markingOfItems(reading, words));
  if (words && !marking) toast(msg('The selected words do not read as a list.'));
  return marking;
}

/** Of the selected words, or of the focused claim where nothing is selected. */
async function alike(reading: Reading): Promise<Marking | undefined> {
  const selected = selectedWords(reading);
  const claim = reading.claim?.object;
  const range = selected ?? claim?.anchor.ranges[0];
  if (!range) return undefined;
  try {
    const words = await reading.text!.read(range.start, range.end);
    const { language } = reading.document ?? {};
    const guess = guessType(words, '', language ? { language } : {})?.type ?? 'statement';
    const type = selected ? guess : claim!.type;
    return await reading.store.works.run(msg('Seeking the same words …'), hand =>
      markingOfAlike(reading, range, type, hand),
    );
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError'))
      toast(msg('The text could not be searched: a part of it is missing. Try again.'), { tone: 'error' });
    return undefined;
  }
}
