import { claimType } from '../../shared/claim-types/registry.ts';
import { examine } from '../../shared/conflict-rules/engine.ts';
import type { Finding } from '../../shared/conflict-rules/finding.ts';
import type { Mention } from '../../shared/conflict-rules/mention.ts';
import { mentionsOfSuggestions } from '../../shared/conflict-rules/mentions-of.ts';
import type { CheckedText } from '../../shared/detectors/checked-text.ts';
import { suggest } from '../../shared/detectors/suggest.ts';
import { labels } from './conflict-labels.ts';
import { dataJson, goldFolder } from './data.ts';
import { seedTexts } from './seed-texts.ts';

/** Words of a text that a reader marked. */
export interface GoldMember {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly odd_one_out?: boolean;
}

interface GoldConflict {
  readonly id: string;
  readonly kind: string;
  readonly tractability: string;
  readonly members: readonly GoldMember[];
  readonly also?: readonly GoldMember[];
  readonly explanation: string;
}

interface HardNegative {
  readonly id: string;
  readonly looks_like: string;
  readonly members: readonly GoldMember[];
  readonly explanation: string;
}

interface GoldClaim extends GoldMember {
  readonly id: string;
  readonly type: string;
  readonly list?: string;
  readonly country?: string;
  readonly role?: string;
  readonly affiliation?: string;
  readonly event?: string;
}

/** Kinds that count as one where a finding is held against what a reader found. */
const COMPATIBLE: readonly (readonly string[])[] = [
  ['name-variant', 'duplicated-entry'],
  ['date-mismatch', 'date-incomplete', 'source-predates-event', 'self-contradiction'],
  ['count-mismatch', 'list-membership'],
  ['affiliation-mismatch', 'role-mismatch', 'name-variant'],
  ['citation-defect', 'source-support', 'editing-defect', 'duplicate-citation'],
];

const isCompatible = (one: string, other: string): boolean =>
  one === other || COMPATIBLE.some(kinds => kinds.includes(one) && kinds.includes(other));

/** Whether a finding touches a member. */
export function touches(finding: Finding, { doc, start, end }: GoldMember): boolean {
  return finding.sides.some(({ spans }) =>
    spans.some(span => span.documentId === doc && span.start < end && span.end > start),
  );
}

function isFound({ kind, members }: GoldConflict, finding: Finding): boolean {
  if (!isCompatible(kind, finding.kind)) return false;
  const touched = members.filter(member => touches(finding, member));
  const odd = members.filter(({ odd_one_out }) => odd_one_out);
  return touched.length >= Math.min(2, members.length) && odd.every(member => touched.includes(member));
}

/** What stands in the seed texts against what a careful reader found there, and against what only looks like it. */
export function run(): void {
  const conflicts = dataJson<readonly GoldConflict[]>(goldFolder, 'conflicts.json');
  const negatives = dataJson<readonly HardNegative[]>(goldFolder, 'hard-negatives.json');
  const claims = dataJson<readonly GoldClaim[]>(goldFolder, 'claims.json');
  const texts = seedTexts().map(({ checked }) => checked);
  const learned = { entities: [], sources: new Map(), evidence: new Map() };
  const bySuggestions = examine(
    texts,
    texts.flatMap(text => mentionsOfSuggestions(suggest(text))),
    learned,
  );
  const byClaims = examine(
    texts,
    claims.map(claim => mentionOf(claim, texts)),
    learned,
  );
  report('by what is suggested', bySuggestions, conflicts, negatives);
  report('by the reader’s claims', byClaims, conflicts, negatives);
  listJudged(bySuggestions);
}

function report(
  title: string,
  findings: readonly Finding[],
  conflicts: readonly GoldConflict[],
  negatives: readonly HardNegative[],
): void {
  console.log(`\nConflicts found in the seed texts, ${title}`);
  for (const tractability of ['mechanical', 'heuristic', 'semantic', 'world-knowledge']) {
    const all = conflicts.filter(conflict => conflict.tractability === tractability);
    const found = all.filter(conflict => findings.some(finding => isFound(conflict, finding)));
    console.log(`  ${tractability}: ${found.length} of ${all.length}`);
    for (const { id, kind, explanation } of all.filter(one => !found.includes(one)))
      console.log(`    missed ${id} ${kind}: ${explanation.slice(0, 140)}`);
  }
  const alarms = negatives.flatMap(negative => {
    const finding = findings.find(
      one => one.kind === negative.looks_like && negative.members.every(member => touches(one, member)),
    );
    return finding ? [`${negative.id} ${finding.severity} ${finding.message}`] : [];
  });
  console.log(`\nPairs that only look like a conflict: ${alarms.length} of ${negatives.length} flagged.`);
  for (const alarm of alarms) console.log(`  ${alarm}`);
}

/** Every error and warning with the label that a person gave it. */
function listJudged(findings: readonly Finding[]): void {
  const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  console.log('\nErrors and warnings on the seed texts');
  const said = grave.map(({ severity, rule, message }) => {
    const label = labels[`${rule}: ${message}`];
    const judged = label === undefined ? 'unlabelled' : label.right ? 'right' : 'WRONG';
    console.log(`  ${judged} ${severity} ${rule}: ${message} ${label ? `[${label.why}]` : ''}`);
    return judged;
  });
  const count = (label: string) => said.filter(judged => judged === label).length;
  console.log(
    `\n${count('right')} right, ${count('WRONG')} wrong, ${count('unlabelled')} not labelled; ${findings.length - grave.length} notes beside them.`,
  );
}

function mentionOf(claim: GoldClaim, texts: readonly CheckedText[]): Mention {
  const { id, doc, type, start, end, quote } = claim;
  const context = texts.find(({ documentId }) => documentId === doc)?.context ?? {};
  const fields: Record<string, string> = {};
  for (const name of ['list', 'country', 'role', 'affiliation', 'event'] as const)
    if (claim[name]) fields[name] = claim[name];
  const value = claimType(type)!.normalise(quote, context);
  return { id, documentId: doc, type, ranges: [{ start, end }], quote, value, fields };
}
