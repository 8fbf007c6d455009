import { sayValue, Value } from '../values/value.ts';
import { claimType } from './registry.ts';

/** What is needed of a claim to say it. */
export interface SayableClaim {
  readonly type: string;
  readonly value?: unknown;
  readonly anchor: { readonly quote: { readonly exact: string } };
}

/** Longest words given back, in UTF-16 code units; what is longer ends in "…". */
const LONGEST = 200;

/**
 * Says a claim's value in one line, for the inspector, the queue and screen readers; its own words where it has none.
 * @param locale BCP 47 tag of the interface's language
 */
export function describe(claim: SayableClaim, locale: string): string {
  const value = Value.safeParse(claim.value);
  const words = value.success ? sayValue(value.data, locale) : claim.anchor.quote.exact;
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`;
}

/** Says a claim with its type before it: "Speaker: Luis Pérez Leira". */
export function describeWithType(claim: SayableClaim, locale: string): string {
  return `${claimType(claim.type)?.label ?? claim.type}: ${describe(claim, locale)}`;
}
