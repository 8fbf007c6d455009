import { canonicalJson } from '../json/canonical.ts';
import { type Claim, ClaimValue } from '../model/claim.ts';
import { verdict, workflow } from '../model/scales.ts';
import type { ForeignAnnotation } from './foreign.ts';
import { isPlainValue, leaveHalves, leaveOfClaim } from './left-behind.ts';
import type { Losses } from './losses.ts';

/** The layer of claims in annotation programs whose layers have features that are texts. */
export const CLAIM_LAYER = 'webanno.custom.VariorumClaim';

/** Its features, in their order. Tags and notes stand on lines of their own. */
export const claimFeatures = [
  'claimType',
  'verdict',
  'workflow',
  'tags',
  'notes',
  'fields',
  'value',
  'claim',
] as const;
export type ClaimFeature = (typeof claimFeatures)[number];
export type Features = Partial<Record<ClaimFeature, string>>;

const oneLine = (text: string): string => text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ');

/** @returns a claim as features, what it cannot say so being named as left behind */
export function featuresOf(claim: Claim, losses: Losses): Features {
  const lines = [...claim.tags, ...claim.notes.map(({ text }) => text)];
  for (const line of lines) {
    leaveHalves(losses, claim.id, line);
    if (line !== oneLine(line))
      losses.add('lines', 'Line ends within tags and notes; they came as spaces.', claim.id);
  }
  leaveOfClaim(losses, claim, [
    'entity',
    'note-authors',
    'threads',
    'evidence',
    'settled',
    'author',
    'state',
    'imported',
  ]);
  const hasFields = Object.keys(claim.fields).length > 0;
  return {
    claimType: claim.type,
    ...(claim.verdict === undefined ? {} : { verdict: claim.verdict }),
    ...(claim.workflow === 'open' ? {} : { workflow: claim.workflow }),
    ...(claim.tags.length === 0 ? {} : { tags: claim.tags.map(oneLine).join('\n') }),
    ...(claim.notes.length === 0 ? {} : { notes: claim.notes.map(({ text }) => oneLine(text)).join('\n') }),
    ...(hasFields ? { fields: canonicalJson(claim.fields) } : {}),
    ...(claim.value === undefined || isPlainValue(claim) ? {} : { value: canonicalJson(claim.value) }),
    claim: claim.id,
  };
}

type Said = Pick<ForeignAnnotation, 'type' | 'verdict' | 'workflow' | 'tags' | 'notes' | 'fields' | 'value'>;

/** @returns what features say about a claim; what cannot be read becomes a note */
export function readFeatures(features: Features): Said {
  const found = verdict.schema.safeParse(features.verdict);
  const step = workflow.schema.safeParse(features.workflow);
  const value = ClaimValue.safeParse(parsed(features.value));
  const fields = readFields(features.fields);
  const odd = [
    ...(features.verdict !== undefined && !found.success ? [`Verdict: ${features.verdict}`] : []),
    ...(features.workflow !== undefined && !step.success ? [`Workflow: ${features.workflow}`] : []),
  ];
  return {
    ...(features.claimType === undefined ? {} : { type: features.claimType }),
    ...(found.success ? { verdict: found.data } : {}),
    ...(step.success ? { workflow: step.data } : {}),
    ...(value.success ? { value: value.data } : {}),
    ...(fields === undefined ? {} : { fields }),
    tags: features.tags?.split('\n') ?? [],
    notes: [...(features.notes?.split('\n') ?? []), ...odd].map(text => ({ text })),
  };
}

function readFields(text: string | undefined): Record<string, string> | undefined {
  const value = parsed(text);
  if (value === null || typeof value !== 'object') return undefined;
  const sound = Object.entries(value).filter(
    ([name, words]) =>
      /^[a-z][A-Za-z0-9]{0,39}$/.test(name) && typeof words === 'string' && words.length <= 5000,
  );
  return Object.fromEntries(sound) as Record<string, string>;
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
