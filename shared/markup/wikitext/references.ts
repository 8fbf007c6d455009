import type { Markup, Reference } from '../markup.ts';

/** Adds what can only be told of a reference once all of them are known. */
export function judgeReferences(text: string, spans: readonly Markup[]): Markup[] {
  const defined = new Set<string>();
  const closed = new Set<string>();
  for (const span of spans) {
    if (span.kind !== 'reference' || !span.body || !span.name) continue;
    defined.add(span.name);
    if (!span.problems.includes('unclosed')) closed.add(span.name);
  }
  return spans.map(span => {
    if (span.kind !== 'reference') return span;
    return span.problems.includes('unclosed') ? withMeantEnd(text, span, closed) : judged(span, defined);
  });
}

function judged(reference: Reference, defined: ReadonlySet<string>): Reference {
  const { name, body, problems } = reference;
  if (body || problems.includes('endless')) return reference;
  if (!name) return { ...reference, problems: [...problems, 'empty'] };
  return defined.has(name) ? reference : { ...reference, problems: [...problems, 'undefined'] };
}

/** One whose name is defined elsewhere was meant to repeat that, and lacks but the stroke at its end. */
function withMeantEnd(text: string, reference: Reference, closed: ReadonlySet<string>): Reference {
  const { name, openEnd, misspelt } = reference;
  if (!name || misspelt || !closed.has(name)) return reference;
  const saysItself = /^\s{0,20}(?:\{\{|\[|https?:)/i.test(text.slice(openEnd, openEnd + 30));
  return saysItself ? reference : { ...reference, meantEnd: openEnd };
}
