import type { Offered } from '../../../../shared/api/found.ts';
import { typeLabel } from '../../../localize/say-type.ts';
import type { Mark, MarkSource, MarkState } from '../../../reader/types.ts';
import { sayOffered } from './say-suggestion.ts';

/** Before the key of a suggestion, so that its mark is never taken for a claim's. */
const PREFIX = 'suggestion:';

/** @returns the id of a suggestion's mark */
export const markIdOf = (key: string): string => PREFIX + key;

/** @returns the key of the suggestion that a mark stands for, or undefined where it stands for a claim */
export const keyOfMark = (id: string): string | undefined =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined;

/** What is shown of what is suggested. */
export interface ShownSuggestions {
  readonly shown: readonly Offered[];
  touching(from: number, to: number): readonly Offered[];
  get(key: string): Offered | undefined;
}

/**
 * Claims and suggestions as one: their levels are worked out together, so that no line lies on another's, and none moves
 * when a suggestion becomes a claim.
 */
export class LayeredMarks implements MarkSource {
  readonly #claims: MarkSource;
  readonly #suggestions: ShownSuggestions;

  constructor(claims: MarkSource, suggestions: ShownSuggestions) {
    this.#claims = claims;
    this.#suggestions = suggestions;
  }

  touching(from: number, to: number): readonly Mark[] {
    const claims = this.#claims.touching(from, to);
    const suggested = this.#suggestions.touching(from, to);
    return suggested.length === 0 ? claims : [...claims, ...suggested.map(markOf)];
  }

  get(id: string): Mark | undefined {
    const key = keyOfMark(id);
    if (key === undefined) return this.#claims.get(id);
    const offered = this.#suggestions.get(key);
    return offered && markOf(offered);
  }

  async sayValue(id: string): Promise<string | undefined> {
    const key = keyOfMark(id);
    if (key === undefined) return this.#claims.sayValue?.(id);
    const offered = this.#suggestions.get(key);
    return offered && sayOffered(offered);
  }

  scan(visit: (start: number, type: string, state: MarkState, conflict: boolean) => void): void {
    this.#claims.scan(visit);
    for (const { ranges, type } of this.#suggestions.shown)
      for (const { start } of ranges) visit(start, type, 'suggested', false);
  }
}

const markOf = ({ key, ranges, type }: Offered): Mark => ({
  id: markIdOf(key),
  ranges,
  type,
  state: 'suggested',
  conflict: false,
  label: typeLabel(type),
});
