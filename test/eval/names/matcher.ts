import type { Bearer } from '../../../shared/values/names/name.ts';

/** A way of saying how alike two names are. */
export interface Matcher<Prepared = unknown> {
  readonly name: string;
  prepare(name: string, bearer: Bearer): Prepared;
  /** 0 to 1. */
  score(one: Prepared, other: Prepared): number;
}
