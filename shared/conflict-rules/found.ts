import type { FoundGround } from '../conflicts/found-ground.ts';
import type { ConflictKind } from '../conflicts/kinds.ts';
import type { FindingSeverity } from '../model/scales.ts';
import type { Finding } from './finding.ts';

/** @returns a finding of a rule, with the rule's own kind and severity where it says no other. */
export function found(
  rule: { readonly id: string; readonly kind: ConflictKind; readonly severity: FindingSeverity },
  finding: Omit<Finding, 'rule' | 'kind' | 'severity'> & Partial<Pick<Finding, 'kind' | 'severity'>>,
): Finding {
  const { message } = finding;
  return { rule: rule.id, kind: rule.kind, severity: rule.severity, ...finding, message: sentence(message) };
}

/** @returns what speaks for a finding; `rule` stands for the sentence in other languages. */
export const speaksFor = (
  rule: string,
  says: string,
  given: Readonly<Record<string, string>> = {},
): FoundGround => ({ rule, says: sentence(says), given, for: true });

/** @returns what speaks against a finding. */
export const speaksAgainst = (
  rule: string,
  says: string,
  given: Readonly<Record<string, string>> = {},
): FoundGround => ({ rule, says: sentence(says), given, for: false });

const sentence = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`);
