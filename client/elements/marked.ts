import { html, type TemplateResult } from 'lit';
import { align, areStrangers } from './aligned.ts';

/** @returns a text with the letters reversed in which it differs from another; as it is where they have little in common. */
export function marked(text: string, other: string | undefined): TemplateResult | string {
  if (other === undefined || text.length + other.length > 400) return text;
  const columns = align(text, other);
  if (areStrangers(columns) || columns.every(column => column.same)) return text;
  const parts: { words: string; same: boolean }[] = [];
  for (const { a, same } of columns) {
    const last = parts[parts.length - 1];
    if (last?.same === same) last.words += a;
    else parts.push({ words: a, same });
  }
  return html`${parts.map(part => (part.same || part.words === '' ? part.words : html`<span class="dx">${part.words}</span>`))}`;
}
