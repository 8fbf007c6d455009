import { html, type TemplateResult } from 'lit';
import type { Span } from '../../shared/text/text-like.ts';

/** Draws a text with what was sought marked in it. */
export function marked(text: string, marks: readonly Span[]): TemplateResult[] {
  const parts: TemplateResult[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) parts.push(html`${text.slice(at, start)}`);
    parts.push(html`<b>${text.slice(start, end)}</b>`);
    at = end;
  }
  parts.push(html`${text.slice(at)}`);
  return parts;
}
