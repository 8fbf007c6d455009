import type { Markup, Reference } from '../markup.ts';

/** Adds what can only be told of a reference once all of them are known. */
export function judgeReferences(spans: readonly Markup[]): Markup[] {
  const defined = new Set<string>();
  for (const span of spans) if (span.kind === 'reference' && span.body && span.name) defined.add(span.name);
  return spans.map(span => (span.kind === 'reference' ? judged(span, defined) : span));
}

function judged(reference: Reference, defined: ReadonlySet<string>): Reference {
  const { name, body, problems } = reference;
  if (body || problems.includes('endless')) return reference;
  if (!name) return { ...reference, problems: [...problems, 'empty'] };
  return defined.has(name) ? reference : { ...reference, problems: [...problems, 'undefined'] };
}
