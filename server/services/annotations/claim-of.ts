import { v5 as uuidOfName } from 'uuid';
import { claimType } from '../../../shared/claim-types/registry.ts';
import { newClaim } from '../../../shared/claims/new-claim.ts';
import type { ForeignAnnotation, ForeignEvidence, ForeignNote } from '../../../shared/formats/foreign.ts';
import { typeOfLabel } from '../../../shared/formats/labels.ts';
import type { Repair } from '../../../shared/formats/placing/sought.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import { type Claim, type Note, ORIGINAL_LIMIT, Tag } from '../../../shared/model/claim.ts';
import { Id, Signature } from '../../../shared/model/ids.ts';
import { type Evidence, Source } from '../../../shared/model/source.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import type { TextHere } from './texts-here.ts';

/** Names what comes from other programs among all that is named by UUID. */
const IMPORTED = '0f8e1a34-6c52-4d7e-9b1d-3a5c7e9f1b2d';
/** Longest text of a note, in UTF-16 code units. */
const NOTE = 20_000;

export interface Taking {
  readonly format: string;
  readonly by: string;
  readonly at: string;
}

/** What of an annotation is known here already, or came before it. */
export interface Surroundings {
  /** Where the passages of evidence stand, for those that were found. */
  readonly passages?: ReadonlyMap<ForeignEvidence, Anchor>;
  /** Whether what it names by an id is here. */
  readonly isHere?: (id: string) => boolean;
}

/** A claim made of an annotation, and the sources that its evidence cites. */
export interface MadeClaim {
  readonly claim: Claim;
  readonly sources: readonly Source[];
}

/**
 * @param nth tells annotations apart that are the same to the letter
 * @returns the id of the claim that an annotation becomes: the same each time, so that nothing is taken in twice
 */
export function claimIdOf(
  annotation: ForeignAnnotation,
  documentId: string,
  format: string,
  nth: number,
): string {
  const own = annotation.id.replace(/^urn:uuid:/, '');
  if (own !== annotation.id && nth === 0 && Id.safeParse(own).success) return own;
  return named(documentId, format, annotation.id, annotation.original, String(nth));
}

/** Makes a claim of an annotation whose words stand at `ranges` of a text here. */
export function claimOf(
  id: string,
  annotation: ForeignAnnotation,
  { document, revision, searched }: TextHere,
  ranges: readonly Span[],
  repaired: readonly Repair[],
  { format, by, at }: Taking,
  { passages, isHere = () => false }: Surroundings = {},
): MadeClaim {
  const { label = '' } = annotation;
  const type = claimType(annotation.type ?? '')?.id ?? typeOfLabel(label) ?? 'statement';
  const anchor = {
    documentId: document.id,
    revision: revision.id,
    ranges: [...ranges],
    quote: quoteOf(searched.text, ranges),
  };
  const words = anchor.quote.exact;
  const context = document.language === undefined ? {} : { language: document.language };
  const author = { by: signature(annotation.by) ?? by, at: instant(annotation.at) ?? at };
  const value = annotation.value ?? claimType(type)!.normalise(words, context);
  const fields = annotation.fields ?? claimType(type)!.fieldsFrom?.(words, context) ?? {};
  const made = newClaim(id, type, anchor, { value, fields }, author);
  const { tags, spilled } = tagsOf(
    label === '' || label.toLowerCase() === type ? [] : [label],
    annotation.tags ?? [],
  );
  const notes = notesOf(id, [...(annotation.notes ?? []), ...spilled.map(text => ({ text }))], author);
  const { evidence, sources } = evidenceOf(id, annotation, author, passages, isHere);
  const { about } = annotation.target as { about?: { sources?: readonly string[] } };
  const isSameText = about?.sources?.includes(`urn:uuid:${revision.id}`);
  const { anchorState, entityId, settled } = annotation;
  const claim: Claim = {
    ...made,
    workflow: annotation.workflow ?? 'open',
    ...(annotation.verdict === undefined ? {} : { verdict: annotation.verdict }),
    ...(entityId !== undefined && isHere(entityId) ? { entityId } : {}),
    ...(settled === undefined ? {} : { settled: [...settled] }),
    ...(anchorState !== undefined && isSameText ? { anchorState } : {}),
    tags,
    notes,
    evidence,
    imported: {
      format,
      id: annotation.id.slice(0, 500),
      original: annotation.original.slice(0, ORIGINAL_LIMIT),
      repaired: [...repaired],
    },
  };
  return { claim, sources };
}

function tagsOf(own: readonly string[], given: readonly string[]): { tags: string[]; spilled: string[] } {
  const tags = new Set<string>();
  const spilled: string[] = [];
  for (const text of [...own, ...given]) {
    const tag = Tag.safeParse(text);
    if (tag.success) tags.add(tag.data);
    else if (text.trim() !== '') spilled.push(text);
  }
  return { tags: [...tags], spilled };
}

function notesOf(claim: string, given: readonly ForeignNote[], author: { by: string; at: string }): Note[] {
  const ids = new Map(
    given.map((note, i) => [note.id ?? `#${i}`, ownId(note.id) ?? named(claim, 'note', note.id ?? `#${i}`)]),
  );
  const made = new Set<string>();
  return given.flatMap(({ text, id, replyTo, by, at }, i) => {
    const noteId = ids.get(id ?? `#${i}`)!;
    if (text.trim() === '' || made.has(noteId)) return [];
    made.add(noteId);
    // What it answers may have been taken away.
    const to = replyTo === undefined ? undefined : (ids.get(replyTo) ?? ownId(replyTo));
    return [
      {
        id: noteId,
        text: text.trim().slice(0, NOTE).trim(),
        by: signature(by) ?? author.by,
        at: instant(at) ?? author.at,
        ...(to === undefined || to === noteId ? {} : { replyTo: to }),
      },
    ];
  });
}

function evidenceOf(
  claim: string,
  { evidence = [] }: ForeignAnnotation,
  author: { by: string; at: string },
  passages: Surroundings['passages'],
  isHere: (id: string) => boolean,
): { evidence: Evidence[]; sources: Source[] } {
  const sources: Source[] = [];
  const made: Evidence[] = [];
  for (const [i, one] of evidence.entries()) {
    const { accessed, archived, asQuoted, attachments, csl, fit, locator, note, quote, stance } = one;
    const { documentId } = one.source ?? {};
    const source = Source.safeParse({
      id: one.source?.id ?? named('source', JSON.stringify(csl)),
      csl,
      ...(documentId !== undefined && isHere(documentId) ? { documentId } : {}),
    });
    if (source.success) sources.push(source.data);
    const passage = passages?.get(one);
    if (!source.success && !passage) continue;
    const files = attachments?.filter(({ sha256 }) => isHere(sha256)) ?? [];
    made.push({
      id: ownId(one.id) ?? named(claim, 'evidence', String(i)),
      ...(source.success ? { sourceId: source.data.id } : {}),
      ...(passage ? { passage } : {}),
      ...(passage && asQuoted ? { asQuoted } : {}),
      stance,
      ...(fit === undefined ? {} : { fit }),
      ...(quote ? { quote: quote.slice(0, NOTE) } : {}),
      ...(locator ? { locator: locator.slice(0, 500) } : {}),
      ...(accessed === undefined ? {} : { accessed }),
      ...(archived === undefined ? {} : { archived: { ...archived } }),
      ...(note ? { note: note.slice(0, NOTE) } : {}),
      ...(files.length > 0 ? { attachments: files } : {}),
      by: signature(one.by) ?? author.by,
      at: instant(one.at) ?? author.at,
    });
  }
  return { evidence: made, sources };
}

const ownId = (id: string | undefined): string | undefined => Id.safeParse(id).data;

const named = (...parts: readonly string[]): string => uuidOfName(JSON.stringify(parts), IMPORTED);

function signature(name: string | undefined): string | undefined {
  const read = Signature.safeParse(name?.slice(0, 120));
  return read.success ? read.data : undefined;
}

function instant(time: string | undefined): string | undefined {
  const at = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(at) || at < 0 || at > 253_402_300_799_000 ? undefined : new Date(at).toISOString();
}
