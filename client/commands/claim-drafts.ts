import type { Authorship, Draft } from '../../shared/change/draft.ts';
import { draftOf, newClaim } from '../../shared/claims/new-claim.ts';
import { sameJson } from '../../shared/json/canonical.ts';
import type { Anchor } from '../../shared/model/anchor.ts';
import type { Claim, ClaimValue, Note } from '../../shared/model/claim.ts';
import type { Verdict, Workflow } from '../../shared/model/scales.ts';
import type { Evidence, Source } from '../../shared/model/source.ts';

/** A fact as JSON: members that are undefined are left out. */
const json = <T extends object>(value: T) => JSON.parse(JSON.stringify(value));

const set = (claim: Pick<Claim, 'id'>, values: Record<string, unknown>): Draft => ({
  kind: 'claim',
  objectId: claim.id,
  operation: { op: 'set', values: json(values) },
});

/** What words say when read as a claim of some type. */
export interface WordsRead {
  readonly value?: ClaimValue | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** Makes a claim of words, read as a type reads them. */
export function createClaim(
  id: string,
  type: string,
  anchor: Anchor,
  read: WordsRead,
  author: Authorship,
): Draft {
  return draftOf('claim', newClaim(id, type, anchor, read, author));
}

/** Gives a claim another type; its value is read anew, since types read differently. Fields that are filled stay. */
export const retype = (claim: Claim, type: string, read: WordsRead): Draft =>
  set(claim, {
    type,
    value: read.value ?? null,
    ...changedFields(claim, { ...read.fields, ...claim.fields }),
  });

/** Sets a claim's value and fields, as far as they differ; a field with empty text is taken away. */
export function setContent(claim: Claim, read: WordsRead): Draft | undefined {
  const values = {
    ...(sameJson(claim.value, read.value) ? {} : { value: read.value ?? null }),
    ...changedFields(claim, read.fields),
  };
  return Object.keys(values).length > 0 ? set(claim, values) : undefined;
}

function changedFields(
  claim: Claim,
  fields: Readonly<Record<string, string>>,
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, text]) => (claim.fields[name] ?? '') !== text)
      .map(([name, text]) => [`fields.${name}`, text === '' ? null : text]),
  );
}

export const setWorkflow = (claim: Claim, workflow: Workflow): Draft => set(claim, { workflow });

export const setVerdict = (claim: Claim, verdict: Verdict | undefined): Draft =>
  set(claim, { verdict: verdict ?? null });

/** Moves a claim to other words of its revision; it is read anew and stands on them. */
export const moveAnchor = (claim: Claim, anchor: Anchor, read: WordsRead): Draft =>
  set(claim, { anchor, anchorState: 'intact', value: read.value ?? null });

export const addTag = (claim: Claim, tag: string): Draft => ({
  kind: 'claim',
  objectId: claim.id,
  operation: { op: 'add', list: 'tags', item: tag },
});

export const dropTag = (claim: Claim, tag: string): Draft => ({
  kind: 'claim',
  objectId: claim.id,
  operation: { op: 'drop', list: 'tags', item: tag },
});

export const removeClaim = (claim: Claim): Draft => ({
  kind: 'claim',
  objectId: claim.id,
  operation: { op: 'remove' },
});

/** @param replyTo the note that it answers */
export function addNote(claim: Claim, id: string, text: string, author: Authorship, replyTo?: string): Draft {
  const note: Note = { id, text, by: author.by, at: author.at, ...(replyTo ? { replyTo } : {}) };
  return { kind: 'claim', objectId: claim.id, operation: { op: 'add', list: 'notes', item: json(note) } };
}

/** Ties evidence to a claim; a source that is new is made in the same gesture. */
export function attach(claim: Pick<Claim, 'id'>, evidence: Evidence, newSource?: Source): Draft[] {
  const tie: Draft = {
    kind: 'claim',
    objectId: claim.id,
    operation: { op: 'add', list: 'evidence', item: json(evidence) },
  };
  if (!newSource) return [tie];
  const source: Draft = {
    kind: 'source',
    objectId: newSource.id,
    operation: { op: 'create', value: json(newSource) },
  };
  return [source, tie];
}

/** Changes members of a piece of evidence; undefined takes one away. */
export const editEvidence = (claim: Claim, evidenceId: string, values: Partial<Evidence>): Draft => ({
  kind: 'claim',
  objectId: claim.id,
  operation: {
    op: 'edit',
    list: 'evidence',
    item: evidenceId,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        value === undefined ? null : json({ value }).value,
      ]),
    ),
  },
});

export const dropEvidence = (claim: Claim, evidenceId: string): Draft => ({
  kind: 'claim',
  objectId: claim.id,
  operation: { op: 'drop', list: 'evidence', item: evidenceId },
});
