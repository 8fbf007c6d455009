import { html, type TemplateResult } from 'lit';
import { align } from '../../elements/aligned.ts';

/** @returns a text with the letters reversed in which it differs from another; as it is where they have little in common. */
export function marked(text: string, other: string | undefined): TemplateResult | string {
  if (other === undefined || text.length + other.length > 400) return text;
  const columns = align(text, other);
  const same = columns.filter(column => column.same).length;
  if (same === columns.length || same * 2 < columns.length) return text;
  const parts: { words: string; same: boolean }[] = [];
  for (const { a, same } of columns) {
    const last = parts[parts.length - 1];
    if (last?.same === same) last.words += a;
    else parts.push({ words: a, same });
  }
  return html`${parts.map(part => (part.same || part.words === '' ? part.words : html`<span class="dx">${part.words}</span>`))}`;
}
