import { html } from 'lit';
import { hull, QUOTE_CONTEXT } from '../../../shared/model/anchor.ts';
import type { Claim } from '../../../shared/model/claim.ts';

/** @returns a claim's words with what stands around them, on one line. */
export function passage(claim: Claim, words: unknown = claim.anchor.quote.exact) {
  const { quote } = claim.anchor;
  const prefix = whole(quote.prefix, /^\S*\s+/);
  const suffix = whole(quote.suffix, /\s+\S*$/);
  return html`<span class="ctx-edge">${prefix && '…\u00a0'}${flat(prefix)}</span><b class="t-${claim.type}" dir="auto">${words}</b><span class="ctx-edge">${flat(suffix)}${suffix && '\u00a0…'}</span>`;
}

/** @returns where a claim stands: the first and the last unit, UTF-16 code units. */
export function sayPlace(claim: Claim): string {
  const { start, end } = hull(claim.anchor);
  return `${start}–${end}`;
}

/** Leaves the word out that the context was cut in, unless nothing would be left. */
const whole = (context: string, cut: RegExp): string =>
  (context.length < QUOTE_CONTEXT ? context : context.replace(cut, '')) || context;

const flat = (text: string): string => text.replace(/\s+/g, ' ');
