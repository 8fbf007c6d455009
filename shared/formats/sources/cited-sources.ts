import type { Source } from '../../model/source.ts';
import { stemOf } from '../file-stem.ts';
import type { DeskView } from '../format.ts';
import { leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { byId } from '../order.ts';
import { present } from '../select.ts';

/** A source and the key under which others cite it, which no other source of the export has. */
export interface KeyedSource {
  readonly key: string;
  readonly source: Source;
}

/** Goes through the sources of a desk, for formats that hold nothing else. */
export function* citedSources(desk: DeskView, losses: Losses): Generator<KeyedSource> {
  const live = present(desk.objects);
  leaveOfDesk(losses, desk, ['conflicts', 'history', 'removed', 'refusals', 'entities']);
  losses.add('claims', 'Claims, and what was found about them.', undefined, live.claim.length);
  losses.add('texts', 'The texts themselves.', undefined, live.document.length);
  const taken = new Set<string>();
  for (const { object } of byId(live.source)) {
    if (object.documentId !== undefined)
      losses.add('own-texts', 'Which of the sources are texts on the desk.', object.id);
    yield { key: freeKey(object, taken), source: object };
  }
}

/** Name, year and first word of the title: "perez_2026_letter". */
function freeKey({ csl }: Source, taken: Set<string>): string {
  const [author] = csl.author ?? [];
  const name = author?.family ?? author?.literal ?? csl['container-title'] ?? csl.publisher ?? csl.type;
  const year = csl.issued?.['date-parts']?.[0]?.[0] ?? '';
  const [word = ''] = (csl.title ?? '').split(/\s+/);
  const key = stemOf(`${name} ${year} ${word}`).slice(0, 40).replaceAll('-', '_');
  let free = key;
  for (let n = 2; taken.has(free); n++) free = `${key}_${n}`;
  taken.add(free);
  return free;
}
