import { claimType, claimTypes } from '../../shared/claim-types/registry.ts';
import { sameJson } from '../../shared/json/canonical.ts';
import { type Anchor, QUOTE_LIMIT } from '../../shared/model/anchor.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Versioned } from '../../shared/model/change.ts';
import type { Claim } from '../../shared/model/claim.ts';
import type { Conflict } from '../../shared/model/conflict.ts';
import type { Document, Revision } from '../../shared/model/document.ts';
import type { Entity } from '../../shared/model/entity.ts';
import type { Kind } from '../../shared/model/objects.ts';
import type { Refusal as RefusalObject } from '../../shared/model/refusal.ts';
import type { Source } from '../../shared/model/source.ts';
import { verifyQuote } from '../../shared/text/quote.ts';
import { splitsPair } from '../../shared/text/text-like.ts';
import type { Desk } from './desk.ts';
import { badInput, Refusal } from './refusal.ts';
import { unsafeAddresses } from './web-addresses.ts';

/** Finds an object as it will be when the group is committed. */
export type Find = <K extends Kind>(kind: K, id: string) => Promise<Versioned<K> | undefined>;

/**
 * Checks that what an object refers to is there and says what the object claims it says. Only what differs from
 * `before` is looked at, so that an object need not pay for what was checked when it was written.
 * @throws Refusal with the path of the fault
 */
export async function checkReferences(
  desk: Desk,
  find: Find,
  before: Versioned | undefined,
  now: Versioned,
): Promise<void> {
  const old = before?.object;
  if (old === now.object) return;
  checkAddresses(before, now);
  switch (now.kind) {
    case 'document':
      return checkDocument(desk, old as Document | undefined, now.object as Document);
    case 'claim':
      return checkClaim(desk, find, old as Claim | undefined, now.object as Claim);
    case 'source':
      return checkSource(find, old as Source | undefined, now.object as Source);
    case 'entity':
      return checkEntity(find, old as Entity | undefined, now.object as Entity);
    case 'conflict':
      return checkConflict(find, old as Conflict | undefined, now.object as Conflict);
    case 'annotation':
      return checkAnnotation(find, old as Annotation | undefined, now.object as Annotation);
    case 'refusal':
      return checkRefusal(find, old as RefusalObject | undefined, now.object as RefusalObject);
  }
}

function checkAddresses(before: Versioned | undefined, now: Versioned): void {
  const unsafe = unsafeAddresses(now.kind, now.object);
  if (unsafe.length === 0) return;
  const known = new Set(before && unsafeAddresses(now.kind, before.object).map(({ address }) => address));
  for (const { path, address, says } of unsafe) if (!known.has(address)) throw badInput(path, says);
}

async function checkDocument(desk: Desk, old: Document | undefined, now: Document): Promise<void> {
  for (const [i, revision] of now.revisions.entries()) {
    const before = old?.revisions.find(({ id }) => id === revision.id);
    if (before && sameJson({ ...before, label: '' }, { ...revision, label: '' })) continue;
    if (before) throw badInput(`revisions.${i}`, 'A revision stays as it is; only its label can be edited.');
    await checkRevision(desk, revision, `revisions.${i}`);
  }
  for (const { id } of old?.revisions ?? []) {
    if (now.revisions.some(revision => revision.id === id)) continue;
    for (const claim of desk.claims.of(now.id).claims.values())
      if (claim.object.anchor.revision === id)
        throw badInput(
          'revisions',
          `Claim ${claim.id} stands on revision ${id}; a revision with claims stays.`,
        );
  }
}

async function checkRevision(desk: Desk, revision: Revision, path: string): Promise<void> {
  for (const name of ['sha256', 'textSha256'] as const)
    if (!(await desk.storage.readBlob(revision[name])))
      throw badInput(`${path}.${name}`, 'These bytes are not kept here; add the file as a document first.');
  const bytes = await desk.texts.blob(revision.sha256);
  if (bytes.byteLength !== revision.bytes)
    throw badInput(`${path}.bytes`, `The file has ${bytes.byteLength} bytes.`);
  const { text } = await desk.texts.laid(revision);
  if (text.length !== revision.length)
    throw badInput(`${path}.length`, `The text has ${text.length} UTF-16 code units.`);
  const { extraction } = revision.reading;
  if (extraction && !(await desk.storage.readBlob(extraction.derivationSha256)))
    throw badInput(
      `${path}.reading.extraction.derivationSha256`,
      'These bytes are not kept here; add the file as a document first.',
    );
}

async function checkClaim(desk: Desk, find: Find, old: Claim | undefined, now: Claim): Promise<void> {
  if (now.type !== old?.type && !claimType(now.type))
    throw badInput(
      'type',
      `"${now.type}" is no type of claim; there are ${claimTypes.map(({ id }) => id).join(', ')}.`,
    );
  if (!old || !sameJson(old.anchor, now.anchor)) {
    if (old && old.anchor.documentId !== now.anchor.documentId)
      throw badInput(
        'anchor.documentId',
        'A claim stays in its document; make a new claim in the other one.',
      );
    await checkAnchor(desk, find, now.anchor, 'anchor');
  }
  if (now.entityId !== undefined && now.entityId !== old?.entityId)
    await exists(find, 'entity', now.entityId, 'entityId');
  for (const [i, evidence] of now.evidence.entries()) {
    const before = old?.evidence.find(({ id }) => id === evidence.id);
    const path = `evidence.${i}`;
    if (evidence.sourceId !== undefined && evidence.sourceId !== before?.sourceId)
      await exists(find, 'source', evidence.sourceId, `${path}.sourceId`);
    if (evidence.passage && !(before?.passage && sameJson(before.passage, evidence.passage)))
      await checkAnchor(desk, find, evidence.passage, `${path}.passage`);
  }
  for (const [i, { conflictId }] of now.settled.entries())
    if (!old?.settled.some(settled => settled.conflictId === conflictId))
      await exists(find, 'conflict', conflictId, `settled.${i}.conflictId`);
}

/** Holds an anchor against the text: the ranges lie within it, cut no character in two, and its words are the quote. */
async function checkAnchor(desk: Desk, find: Find, anchor: Anchor, path: string): Promise<void> {
  const document = await exists(find, 'document', anchor.documentId, `${path}.documentId`);
  if (document.removed)
    throw badInput(
      `${path}.documentId`,
      `This document was removed by ${document.removed.by}; restore it first.`,
    );
  const revision = document.object.revisions.find(({ id }) => id === anchor.revision);
  if (!revision)
    throw badInput(`${path}.revision`, `Document ${anchor.documentId} has no revision ${anchor.revision}.`);
  const end = anchor.ranges[anchor.ranges.length - 1]!.end;
  if (end > revision.length)
    throw badInput(`${path}.ranges`, `The text ends at ${revision.length}; the range goes to ${end}.`);
  const { text } = await desk.texts.laid(revision);
  for (const [i, range] of anchor.ranges.entries())
    for (const edge of ['start', 'end'] as const)
      if (splitsPair(text, range[edge]))
        throw badInput(
          `${path}.ranges.${i}.${edge}`,
          `Offset ${range[edge]} would cut a character in two; move it by one.`,
        );
  const found = verifyQuote(text, anchor.ranges, anchor.quote);
  const covered = anchor.ranges.reduce((sum, range) => sum + range.end - range.start, 0);
  if (!found.exact && covered <= QUOTE_LIMIT)
    throw badInput(`${path}.quote.exact`, 'These are not the words that stand at the ranges.');
  if (!found.prefix || !found.suffix)
    throw badInput(
      `${path}.quote.${found.prefix ? 'suffix' : 'prefix'}`,
      `These are not the words that stand ${found.prefix ? 'after' : 'before'} the ranges.`,
    );
}

async function checkSource(find: Find, old: Source | undefined, now: Source): Promise<void> {
  if (now.documentId !== undefined && now.documentId !== old?.documentId)
    await exists(find, 'document', now.documentId, 'documentId');
}

async function checkEntity(find: Find, old: Entity | undefined, now: Entity): Promise<void> {
  for (const [i, id] of now.distinctFrom.entries())
    if (!old?.distinctFrom.includes(id)) await exists(find, 'entity', id, `distinctFrom.${i}`);
}

async function checkConflict(find: Find, old: Conflict | undefined, now: Conflict): Promise<void> {
  const known = new Set(old?.sides.flatMap(side => side.claimIds));
  for (const [i, side] of now.sides.entries())
    for (const [j, id] of side.claimIds.entries())
      if (!known.has(id)) await exists(find, 'claim', id, `sides.${i}.claimIds.${j}`);
}

async function checkAnnotation(find: Find, old: Annotation | undefined, now: Annotation): Promise<void> {
  if (now.claimId !== undefined && now.claimId !== old?.claimId)
    await exists(find, 'claim', now.claimId, 'claimId');
}

async function checkRefusal(find: Find, old: RefusalObject | undefined, now: RefusalObject): Promise<void> {
  if (now.documentId !== undefined && now.documentId !== old?.documentId)
    await exists(find, 'document', now.documentId, 'documentId');
}

async function exists<K extends Kind>(find: Find, kind: K, id: string, path: string): Promise<Versioned<K>> {
  const held = await find(kind, id);
  if (!held) {
    const message = `There is no ${kind} ${id}; create it first.`;
    throw new Refusal('bad-input', message, { errors: [{ path, message }] });
  }
  return held;
}
