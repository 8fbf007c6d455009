import type { Finding, FoundSpan } from '../../../shared/conflict-rules/finding.ts';
import type { ConflictRule } from '../../../shared/conflict-rules/rule.ts';
import type { FindingSeverity } from '../../../shared/model/scales.ts';
import type { LineMaps } from './say-findings.ts';

const LEVELS: Readonly<Record<FindingSeverity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  style: 'note',
};

/**
 * Says findings as a log of the Static Analysis Results Interchange Format 2.1.0 (OASIS): one run, one result a finding;
 * the first span is its location, the others are related locations.
 */
export function sarifLog(
  findings: readonly Finding[],
  rules: readonly ConflictRule[],
  maps: LineMaps,
  version: string,
): Record<string, unknown> {
  const indexes = new Map(rules.map(({ id }, i) => [id, i]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Variorum',
            version,
            rules: rules.map(({ id, label, severity, kind }) => ({
              id,
              shortDescription: { text: label },
              defaultConfiguration: { level: LEVELS[severity] },
              properties: { kind },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(finding => result(finding, indexes, maps)),
      },
    ],
  };
}

function result(finding: Finding, indexes: ReadonlyMap<string, number>, maps: LineMaps) {
  const [first, ...others] = finding.sides.flatMap(side => side.spans) as [FoundSpan, ...FoundSpan[]];
  const { rule, severity, message, kind, key, grounds } = finding;
  return {
    ruleId: rule,
    ...(indexes.has(rule) ? { ruleIndex: indexes.get(rule) } : {}),
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(first, maps)],
    ...(others.length > 0
      ? { relatedLocations: others.map((span, i) => ({ id: i + 1, ...location(span, maps) })) }
      : {}),
    partialFingerprints: { 'key/v1': key },
    properties: { kind, severity, grounds: grounds.map(ground => ({ for: ground.for, says: ground.says })) },
  };
}

function location({ documentId, start, end, quote }: FoundSpan, maps: LineMaps) {
  const map = maps.get(documentId)!;
  const [from, to] = [map.at(start), map.at(end)];
  return {
    physicalLocation: {
      artifactLocation: { uri: addressOf(documentId) },
      region: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        charOffset: start,
        charLength: end - start,
        snippet: { text: wellFormed(quote.slice(0, 1000)) },
      },
    },
  };
}

/** A path as a relative or absolute URI reference, with forward slashes. */
function addressOf(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const encoded = wellFormed(slashes).split('/').map(encodeURIComponent).join('/');
  return slashes.startsWith('/') ? `file://${encoded}` : encoded;
}

/** Lone halves of surrogate pairs replaced, since they cannot be written as UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
