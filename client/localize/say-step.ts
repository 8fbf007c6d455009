import { msg } from '@lit/localize';
import type { Fit, Outcome, Severity, Stance, Step, Verdict, Workflow } from '../../shared/model/scales.ts';

/** The scales by their names, with the codes of their steps. */
interface Codes {
  readonly workflow: Workflow;
  readonly verdict: Verdict;
  readonly stance: Stance;
  readonly fit: Fit;
  readonly outcome: Outcome;
  readonly severity: Severity;
}
export type ScaleName = keyof Codes;

type Said = () => readonly [label: string, meaning: string];

/** Each step's name, and what it means, in the interface's language. */
const SAID: { readonly [S in ScaleName]: Readonly<Record<Codes[S], Said>> } = {
  workflow: {
    open: () => [msg('Open', { id: 'workflow.open' }), msg('nobody has looked at it yet')],
    checking: () => [msg('Checking', { id: 'workflow.checking' }), msg('somebody is on it')],
    checked: () => [msg('Checked', { id: 'workflow.checked' }), msg('held against evidence')],
    'in-review': () => [msg('In review'), msg('an editor is looking at it')],
    'signed-off': () => [msg('Signed off'), msg('an editor stands by it')],
    returned: () => [msg('Returned', { id: 'workflow.returned' }), msg('sent back with a remark')],
  },
  verdict: {
    accurate: () => [msg('Accurate'), msg('the evidence bears it out')],
    'needs-context': () => [msg('Needs context'), msg('right, but misleading alone')],
    imprecise: () => [msg('Imprecise'), msg('right in substance, loose in detail')],
    outdated: () => [msg('Outdated'), msg('was right once')],
    contradicted: () => [msg('Contradicted'), msg('the evidence says otherwise')],
    disputed: () => [msg('Disputed'), msg('evidence stands on both sides')],
    unsupported: () => [msg('Unsupported by its source'), msg('what is cited does not say it')],
    unverifiable: () => [msg('Unverifiable'), msg('nothing reachable could settle it')],
    'not-factual': () => [msg('Not a factual claim'), msg('nothing to check')],
  },
  stance: {
    supports: () => [msg('Supports'), msg('says the same')],
    'partly-supports': () => [msg('Partly supports'), msg('says part of it')],
    contradicts: () => [msg('Contradicts'), msg('says otherwise')],
    mentions: () => [msg('Mentions'), msg('speaks of it without saying either')],
  },
  fit: {
    states: () => [msg('States it'), msg('the words are there')],
    weaker: () => [msg('States something weaker'), msg('less than is claimed')],
    silent: () => [msg('Silent'), msg('does not speak of it')],
    contradicts: () => [msg('Contradicts'), msg('says otherwise')],
    predates: () => [msg('Predates the event'), msg('published before what it should prove')],
    unreachable: () => [msg('Unreachable'), msg('could not be opened')],
  },
  outcome: {
    'one-side': () => [msg('One side is right'), msg('name the side')],
    both: () => [msg('Both are right'), msg('different things, or legitimate variants')],
    'same-entity': () => [msg('Same entity, prefer a form'), msg('one person or thing, one form to use')],
    neither: () => [msg('Neither'), msg('every side is wrong')],
    'no-conflict': () => [msg('Not a conflict'), msg('the sides do not disagree')],
    unsettled: () => [msg('Cannot be settled'), msg('not from these sources')],
  },
  severity: {
    high: () => [msg('High', { id: 'severity.high' }), msg('a reader would be misled')],
    medium: () => [msg('Medium', { id: 'severity.medium' }), msg('should be mended')],
    low: () => [msg('Low', { id: 'severity.low' }), msg('worth a look')],
  },
};

/** @returns a step's name: "Needs context"; its code where there is no such step */
export const stepLabel = (scale: ScaleName, code: string): string =>
  (SAID[scale] as Readonly<Record<string, Said>>)[code]?.()[0] ?? code;

/** @returns a step's name inside a sentence: "needs context" */
export const stepWord = (scale: ScaleName, code: string): string =>
  stepLabel(scale, code).toLocaleLowerCase();

/** @returns the steps of a scale, in its order, with their words in the interface's language */
export function stepsOf<S extends ScaleName>(scale: S): readonly Step<Codes[S]>[] {
  const said = Object.entries(SAID[scale]) as [Codes[S], Said][];
  return said.map(([code, words]) => {
    const [label, says] = words();
    return { code, label, says };
  });
}
