import type { Finding, FoundSpan } from '../../../shared/conflict-rules/finding.ts';
import type { FindingSeverity } from '../../../shared/model/scales.ts';
import type { LineMap } from './line-map.ts';

/** Spans that are named below a finding. */
const MOST_PLACES = 12;
const LONGEST_QUOTE = 100;

/** Line maps by document. */
export type LineMaps = ReadonlyMap<string, LineMap>;

/** Says findings as a linter does: `file:line:column: severity rule message`, then the other places and the grounds. */
export function sayFindings(findings: readonly Finding[], maps: LineMaps): string {
  const lines = findings.flatMap(finding => sayFinding(finding, maps));
  return [...lines, summary(findings), ''].join('\n');
}

function sayFinding(finding: Finding, maps: LineMaps): string[] {
  const spans = finding.sides.flatMap(side => side.spans);
  const [first, ...others] = spans as [FoundSpan, ...FoundSpan[]];
  const shown = others.slice(0, MOST_PLACES);
  const rest = others.length - shown.length;
  return [
    `${place(first, maps)}: ${finding.severity} ${finding.rule} ${oneLine(finding.message, 400)}`,
    `    ${quoted(first)}`,
    ...shown.map(span => `    ${place(span, maps)}: ${quoted(span)}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
    ...finding.grounds.map(
      ({ for: speaksFor, says }) => `    ${speaksFor ? '+' : '-'} ${oneLine(says, 300)}`,
    ),
  ];
}

function place({ documentId, start }: FoundSpan, maps: LineMaps): string {
  const { line, column } = maps.get(documentId)!.at(start);
  return `${documentId}:${line}:${column}`;
}

const quoted = ({ quote }: FoundSpan): string => `“${oneLine(quote, LONGEST_QUOTE)}”`;

function oneLine(text: string, longest: number): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > longest ? `${folded.slice(0, longest - 1)}…` : folded;
}

const NAMES: Readonly<Record<FindingSeverity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
  style: ['matter of style', 'matters of style'],
};

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing found.';
  const said = (Object.keys(NAMES) as FindingSeverity[]).flatMap(severity => {
    const count = findings.filter(finding => finding.severity === severity).length;
    return count === 0 ? [] : `${count} ${NAMES[severity][count === 1 ? 0 : 1]}`;
  });
  return `${said.join(', ')}.`;
}

/** One finding as JSON: its spans in a row, each with the number of its side. */
export function findingToJson(finding: Finding, maps: LineMaps): Record<string, unknown> {
  const { rule, kind, severity, message, given, sides, grounds, key, repair, lost } = finding;
  const spanToJson = ({ documentId, start, end, quote }: FoundSpan) => ({
    document: documentId,
    start,
    end,
    quote,
    ...maps.get(documentId)!.at(start),
  });
  return {
    rule,
    kind,
    severity,
    message,
    spans: sides.flatMap((side, i) => side.spans.map(span => ({ ...spanToJson(span), side: i }))),
    grounds,
    sides: sides.map(({ value }) => value),
    given,
    key,
    ...(repair ? { repair: { document: repair.documentId, edits: repair.edits } } : {}),
    ...(lost ? { lost: lost.map(spanToJson) } : {}),
  };
}
