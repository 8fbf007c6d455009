import { z } from 'zod';

/** One step of a scale: its code, its words, and what it means. */
export interface Step<Code extends string = string> {
  readonly code: Code;
  readonly label: string;
  readonly says: string;
}

function scale<const Code extends string>(steps: readonly (readonly [Code, string, string])[]) {
  const list: readonly Step<Code>[] = steps.map(([code, label, says]) => ({ code, label, says }));
  const codes = list.map(step => step.code) as [Code, ...Code[]];
  return { steps: list, schema: z.enum(codes), codes: codes as readonly Code[] };
}

/** How far the work on a claim has come. */
export const workflow = scale([
  ['open', 'Open', 'nobody has looked at it yet'],
  ['checking', 'Checking', 'somebody is on it'],
  ['checked', 'Checked', 'held against evidence'],
  ['in-review', 'In review', 'an editor is looking at it'],
  ['signed-off', 'Signed off', 'an editor stands by it'],
  ['returned', 'Returned', 'sent back with a remark'],
]);
export type Workflow = z.infer<typeof workflow.schema>;

/** What checking found about a claim. */
export const verdict = scale([
  ['accurate', 'Accurate', 'the evidence bears it out'],
  ['needs-context', 'Needs context', 'right, but misleading alone'],
  ['imprecise', 'Imprecise', 'right in substance, loose in detail'],
  ['outdated', 'Outdated', 'was right once'],
  ['contradicted', 'Contradicted', 'the evidence says otherwise'],
  ['disputed', 'Disputed', 'evidence stands on both sides'],
  ['unsupported', 'Unsupported by its source', 'what is cited does not say it'],
  ['unverifiable', 'Unverifiable', 'nothing reachable could settle it'],
  ['not-factual', 'Not a factual claim', 'nothing to check'],
]);
export type Verdict = z.infer<typeof verdict.schema>;

/** What a piece of evidence says about the claim. */
export const stance = scale([
  ['supports', 'Supports', 'says the same'],
  ['partly-supports', 'Partly supports', 'says part of it'],
  ['contradicts', 'Contradicts', 'says otherwise'],
  ['mentions', 'Mentions', 'speaks of it without saying either'],
]);
export type Stance = z.infer<typeof stance.schema>;

/** Whether a source, where it is cited for a claim, can carry it. */
export const fit = scale([
  ['states', 'States it', 'the words are there'],
  ['weaker', 'States something weaker', 'less than is claimed'],
  ['silent', 'Silent', 'does not speak of it'],
  ['contradicts', 'Contradicts', 'says otherwise'],
  ['predates', 'Predates the event', 'published before what it should prove'],
  ['unreachable', 'Unreachable', 'could not be opened'],
]);
export type Fit = z.infer<typeof fit.schema>;

/** How a conflict can be settled. */
export const outcome = scale([
  ['one-side', 'One side is right', 'name the side'],
  ['both', 'Both are right', 'different things, or legitimate variants'],
  ['same-entity', 'Same entity, prefer a form', 'one person or thing, one form to use'],
  ['neither', 'Neither', 'every side is wrong'],
  ['no-conflict', 'Not a conflict', 'the sides do not disagree'],
  ['unsettled', 'Cannot be settled', 'not from these sources'],
]);
export type Outcome = z.infer<typeof outcome.schema>;

/** How much a conflict matters. */
export const severity = scale([
  ['high', 'High', 'a reader would be misled'],
  ['medium', 'Medium', 'should be mended'],
  ['low', 'Low', 'worth a look'],
]);
export type Severity = z.infer<typeof severity.schema>;

/** How much a finding of a rule matters, as linters say it. */
export const findingSeverity = scale([
  ['error', 'Error', 'surely wrong'],
  ['warning', 'Warning', 'very likely wrong'],
  ['info', 'Info', 'worth knowing'],
  ['style', 'Style', 'a matter of taste or custom'],
]);
export type FindingSeverity = z.infer<typeof findingSeverity.schema>;
