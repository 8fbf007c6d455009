import { SearchHit } from '../../shared/api/routes/search.ts';
import { remember, remembered } from '../frame/memory.ts';

const NAME = 'found';
const MOST = 6;

/** @returns what was chosen last, newest first */
export function recentHits(): SearchHit[] {
  try {
    const kept: unknown = JSON.parse(remembered(NAME) ?? '[]');
    return SearchHit.array().catch([]).parse(kept).slice(0, MOST);
  } catch {
    return [];
  }
}

/** Remembers what was chosen, in this browser. */
export function rememberHit(hit: SearchHit): void {
  const isOther = (other: SearchHit) =>
    other.kind !== hit.kind || other.id !== hit.id || other.place?.range.start !== hit.place?.range.start;
  const kept = [{ ...hit, marks: [] }, ...recentHits().filter(isOther)].slice(0, MOST);
  remember(NAME, JSON.stringify(kept));
}
