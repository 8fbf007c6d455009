import type { Entity } from '../../../shared/model/entity.ts';
import { readQuery } from '../../../shared/search/query.ts';
import { foldedWords } from '../../../shared/search/words.ts';
import type { Store } from '../../store/store.ts';
import type { Findable } from './finder.ts';

const MOST = 10;

/** @returns the first entities that have all the words, begun at least, in one of their forms; those of a kind before others */
export function findEntities(store: Store, words: string, kind?: Entity['kind']): Findable<Entity>[] {
  const { words: sought } = readQuery(words);
  const has = ({ preferred, variants }: Entity) => {
    const known = foldedWords([preferred, ...variants.map(({ form }) => form)].join('\n'));
    return sought.every(word => known.some(folded => folded.startsWith(word)));
  };
  return store.objects
    .all('entity')
    .map(({ object }) => object)
    .filter(has)
    .sort(
      (a, b) => Number(b.kind === kind) - Number(a.kind === kind) || a.preferred.localeCompare(b.preferred),
    )
    .slice(0, MOST)
    .map(item => ({ id: item.id, label: item.preferred, says: otherForms(item), item }));
}

const otherForms = ({ preferred, variants }: Entity): string =>
  variants
    .map(({ form }) => form)
    .filter(form => form !== preferred)
    .join(', ');
