import type { Word } from '../names/words.ts';
import { placeWords } from '../words/place-words.ts';
import type { Cue } from './enumeration-cues.ts';
import type { Entry } from './enumeration-entries.ts';
import type { ListOf, ListRole } from './list-block.ts';

/** @returns what the entries are; undefined where they are no list */
export function entriesAre(
  entries: readonly Entry[],
  words: readonly Word[],
  cue: Cue | undefined,
  role: ListRole | undefined,
  isOpen: boolean,
): ListOf | undefined {
  const share = (test: (entry: Entry) => boolean) => entries.filter(test).length / entries.length;
  const people = share(({ kind }) => kind === 'person' || kind === 'shaped');
  const known = share(({ kind }) => kind === 'person');
  const bodies = share(({ kind }) => kind === 'organization');
  const places = share(entry => hasPlace(entry, words));
  if (people >= 0.7 && (role === 'speaker' || role === 'signatory')) return 'people';
  const isEnough = cue === 'strong' ? bodies >= 0.5 || entries.length >= 3 : entries.length >= 3;
  if (!isEnough) return undefined;
  if (people >= 0.7 && bodies === 0 && (known >= 0.5 || (known >= 0.3 && cue === 'strong'))) return 'people';
  if (bodies >= (cue === 'strong' ? 0.5 : 0.6) || (cue === 'weak' && places >= 0.7)) return 'things';
  if (cue === 'strong' && (places >= 0.3 || (role === 'member' && known < 0.3) || (isOpen && bodies >= 0.3)))
    return 'things';
  return undefined;
}

function hasPlace({ start, last }: Entry, words: readonly Word[]): boolean {
  for (let i = last; i >= 0 && words[i]!.start >= start; i--) if (placeWords.has(words[i]!.key)) return true;
  return false;
}
