import { claimType } from '../claim-types/registry.ts';
import { sameJson } from '../json/canonical.ts';
import type { Claim } from '../model/claim.ts';
import { kinds } from '../model/objects.ts';
import type { DeskView } from './format.ts';
import type { Losses } from './losses.ts';
import { present } from './select.ts';

/** The parts of a claim that a format may carry or not. */
export type ClaimPart =
  | 'value'
  | 'fields'
  | 'entity'
  | 'workflow'
  | 'verdict'
  | 'tags'
  | 'notes'
  | 'note-authors'
  | 'threads'
  | 'evidence'
  | 'settled'
  | 'author'
  | 'state'
  | 'imported';

interface PartLoss {
  readonly says: string;
  readonly has: (claim: Claim) => number;
}

const some = (is: boolean): number => (is ? 1 : 0);

const PARTS: Readonly<Record<ClaimPart, PartLoss>> = {
  value: {
    says: 'Values that say more than the words do.',
    has: claim => some(claim.value !== undefined && !isPlainValue(claim)),
  },
  fields: { says: 'Fields beside the value.', has: ({ fields }) => Object.keys(fields).length },
  entity: { says: 'Which entity a claim names.', has: ({ entityId }) => some(entityId !== undefined) },
  workflow: {
    says: 'How far the work on a claim has come.',
    has: ({ workflow }) => some(workflow !== 'open'),
  },
  verdict: { says: 'Verdicts.', has: ({ verdict }) => some(verdict !== undefined) },
  tags: { says: 'Tags.', has: ({ tags }) => tags.length },
  notes: { says: 'Notes.', has: ({ notes }) => notes.length },
  'note-authors': { says: 'Who wrote a note, and when.', has: ({ notes }) => notes.length },
  threads: {
    says: 'Which note answers which.',
    has: ({ notes }) => notes.filter(({ replyTo }) => replyTo !== undefined).length,
  },
  evidence: { says: 'Evidence.', has: ({ evidence }) => evidence.length },
  settled: { says: 'What decisions laid on claims.', has: ({ settled }) => settled.length },
  author: { says: 'Who made a claim, and when.', has: () => 1 },
  state: {
    says: 'Whether a claim still stands on the words it was made on.',
    has: ({ anchorState }) => some(anchorState !== 'intact'),
  },
  imported: {
    says: 'What a claim was in another program.',
    has: ({ imported }) => some(imported !== undefined),
  },
};

/** Whether a claim's value is no more than what its words are read as, in the language that the value tells if it does. */
export function isPlainValue({ type, value, anchor }: Claim): boolean {
  if (value === undefined) return false;
  const contexts = typeof value.language === 'string' ? [{}, { language: value.language }] : [{}];
  return contexts.some(context => sameJson(claimType(type)?.normalise(anchor.quote.exact, context), value));
}

/** Names what a format leaves behind of a claim. */
export function leaveOfClaim(losses: Losses, claim: Claim, parts: readonly ClaimPart[]): void {
  for (const part of parts) losses.add(part, PARTS[part].says, claim.id, PARTS[part].has(claim));
}

/** Names words in which a half of a character stands alone: UTF-8 has no way to write it. */
export function leaveHalves(losses: Losses, id: string | undefined, words: string): void {
  if (/\p{Surrogate}/u.test(words))
    losses.add('half-characters', 'Halves of characters within words that people wrote.', id);
}

/** What of a desk a format may carry beside claims. */
export type DeskPart =
  | 'conflicts'
  | 'history'
  | 'removed'
  | 'refusals'
  | 'entities'
  | 'sources'
  | 'former-texts';

/** Names what a format leaves behind of a desk as such. */
export function leaveOfDesk(losses: Losses, desk: DeskView, parts: readonly DeskPart[]): void {
  const live = present(desk.objects);
  const counts: Readonly<Record<DeskPart, readonly [number, string]>> = {
    conflicts: [live.conflict.length, 'Conflicts, and how they were settled.'],
    history: [desk.scope.of === 'whole' ? desk.head.seq : 0, 'The history: who changed what, and when.'],
    removed: [
      kinds.reduce((sum, kind) => sum + desk.objects[kind].filter(({ removed }) => removed).length, 0),
      'Objects that were removed and are kept.',
    ],
    refusals: [live.refusal.length, 'What was suggested or found, and refused.'],
    entities: [live.entity.length, 'Entities and the forms of their names.'],
    sources: [live.source.length, 'Sources.'],
    'former-texts': [
      live.document.filter(({ object }) => object.revisions.length > 1).length,
      'Earlier revisions of texts.',
    ],
  };
  for (const part of parts) losses.add(part, counts[part][1], undefined, counts[part][0]);
  // Nothing but Variorum JSON carries what the Protocol keeps verbatim.
  losses.add(
    'annotations',
    'Annotations kept as they came, since they are about no text here.',
    undefined,
    live.annotation.length,
  );
}
