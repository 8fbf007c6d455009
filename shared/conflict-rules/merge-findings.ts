import type { Finding, FindingSide, FoundSpan } from './finding.ts';
import { byCode, byPlace } from './place.ts';

const WEIGHT = { error: 0, warning: 1, info: 2, style: 3 } as const;

/**
 * Makes one finding of all that share a key: sides of one value gather their spans, the gravest severity stands, grounds
 * are said once.
 * @param findings not empty; in whatever order
 */
export function mergeFindings(findings: readonly Finding[]): Finding {
  const sorted = [...findings].sort(compareFindings);
  const first = sorted[0]!;
  if (sorted.length === 1 && first.sides.length === 1) return first;
  const sides = new Map<string, FoundSpan[]>();
  for (const finding of sorted)
    for (const { value, spans } of finding.sides) sides.set(value, (sides.get(value) ?? []).concat(spans));
  const merged: FindingSide[] = [...sides].map(([value, spans]) => ({ value, spans: distinct(spans) }));
  const grounds = new Map(sorted.flatMap(({ grounds }) => grounds).map(ground => [ground.says, ground]));
  return {
    ...first,
    severity: sorted.reduce(
      (gravest, { severity }) => (WEIGHT[severity] < WEIGHT[gravest] ? severity : gravest),
      first.severity,
    ),
    sides: merged.sort((a, b) => byPlace(a.spans[0]!, b.spans[0]!) || byCode(a.value, b.value)),
    grounds: [...grounds.values()],
  };
}

/** Orders findings by place, rule and key, so that the order does not depend on how they came about. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    byPlace(firstSpan(a), firstSpan(b)) ||
    byCode(a.rule, b.rule) ||
    byCode(a.key, b.key) ||
    byCode(a.message, b.message) ||
    byCode(placesOf(a), placesOf(b))
  );
}

function firstSpan({ sides }: Finding): FoundSpan {
  let first = sides[0]!.spans[0]!;
  for (const { spans } of sides) for (const span of spans) if (byPlace(span, first) < 0) first = span;
  return first;
}

const placesOf = ({ sides }: Finding): string =>
  sides
    .flatMap(({ spans }) => spans.map(({ documentId, start, end }) => `${documentId} ${start} ${end}`))
    .sort()
    .join();

function distinct(spans: readonly FoundSpan[]): FoundSpan[] {
  const sorted = [...spans].sort((a, b) => byPlace(a, b) || byCode(a.claimId ?? '', b.claimId ?? ''));
  return sorted.filter((span, i) => i === 0 || byPlace(span, sorted[i - 1]!) !== 0);
}
