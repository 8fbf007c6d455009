import type { Finding } from '../conflict-rules/finding.ts';
import type { ConflictKind } from '../conflicts/kinds.ts';
import { findingSeverity } from '../model/scales.ts';
import { originalHost } from './origin.ts';

/** Kinds of findings that are about what is cited, and how. */
const ABOUT_SOURCES: ReadonlySet<ConflictKind> = new Set<ConflictKind>([
  'citation-defect',
  'duplicate-citation',
  'source-support',
  'source-predates-event',
]);

type Found = Pick<Finding, 'rule' | 'kind' | 'severity' | 'given' | 'sides'>;

/** @returns whether a finding is about what is cited */
export const isDefect = ({ kind }: Pick<Finding, 'kind'>): boolean => ABOUT_SOURCES.has(kind);

/** @returns the sites that checks have found to be those of what a text is about */
export const selfPublishedOrigins = (findings: readonly Found[]): Set<string> =>
  new Set(
    findings.flatMap(({ rule, given }) => (rule === 'cite-self-published' && given.host ? [given.host] : [])),
  );

const ADDRESS = /https?:\/\/[^\s|<>[\]{}"']{1,2000}/i;

/** @returns the hosts that a finding is about, by the addresses that its words hold */
export function originsOfDefect({ given, sides }: Found): string[] {
  if (given.host) return [given.host];
  const hosts = sides
    .flatMap(({ spans }) => spans)
    .map(({ quote }) => originalHost(ADDRESS.exec(quote)?.[0]))
    .filter(host => host !== undefined);
  return [...new Set(hosts)];
}

/** Findings under one heading: a document's id, or a host; empty where they have none. */
export interface DefectGroup<F> {
  readonly key: string;
  readonly findings: readonly F[];
}

/**
 * Groups defects by the document in which they stand first, or by the first host they are about.
 * @returns the groups with the gravest and most findings first, each gravest first and then as they stand in the text; what has no host comes last
 */
export function groupDefects<F extends Found>(
  findings: readonly F[],
  by: 'document' | 'origin',
): DefectGroup<F>[] {
  const groups = new Map<string, F[]>();
  for (const finding of findings) {
    const first = finding.sides[0]?.spans[0];
    const key = (by === 'document' ? first?.documentId : originsOfDefect(finding)[0]) ?? '';
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const rank = ({ severity }: F) => findingSeverity.codes.indexOf(severity);
  const start = ({ sides }: F) => sides[0]?.spans[0]?.start ?? 0;
  return [...groups]
    .map(([key, all]) => ({ key, findings: all.sort((a, b) => rank(a) - rank(b) || start(a) - start(b)) }))
    .sort(
      (a, b) =>
        Number(a.key === '') - Number(b.key === '') ||
        rank(a.findings[0]!) - rank(b.findings[0]!) ||
        b.findings.length - a.findings.length ||
        (a.key < b.key ? -1 : 1),
    );
}
