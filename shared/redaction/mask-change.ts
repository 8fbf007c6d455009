import type { Anchor, Range } from '../model/anchor.ts';
import type { Attachment } from '../model/attachment.ts';
import type { Change, Operation, Versioned } from '../model/change.ts';
import type { Redacted, Revision } from '../model/document.ts';
import { carryClaims } from '../revising/carry-claims.ts';
import { blockAll } from './block.ts';
import { maskAnchor, maskQuote } from './mask-quote.ts';
import type { SecretWords } from './secret-words.ts';

/** A revision without what was taken away: what its new bytes are, and how it is marked. */
export interface NewText {
  readonly revision: Pick<Revision, 'sha256' | 'bytes' | 'reading' | 'textSha256'>;
  readonly redacted: Redacted;
}

/** All that has to be known to take words out of a change. */
export interface Masking {
  readonly documentId: string;
  /** Whether the whole document goes, its title and origin too. */
  readonly whole: boolean;
  /** What is gone, by revision. */
  readonly gone: ReadonlyMap<string, readonly Range[]>;
  readonly texts: ReadonlyMap<string, NewText>;
  readonly words: SecretWords;
  /** The passages themselves: a refused suggestion that quotes any part of one is about it. */
  readonly passages: readonly string[];
  /** Claims that ever stood on any of it: their values and fields say the same in other words. */
  readonly claims: ReadonlySet<string>;
  /** Annotations kept as they came from elsewhere, whose claims ever stood on it or beside it. */
  readonly annotations: ReadonlySet<string>;
  /** By conflict: the values of sides that such claims hold. */
  readonly sides: ReadonlyMap<string, ReadonlySet<string>>;
  /** What stands for attachments that are destroyed, by the hash of their bytes. */
  readonly files: ReadonlyMap<string, Pick<Attachment, 'sha256' | 'size' | 'mediaType' | 'name'>>;
}

/** Members that hold no words of a text: ids, codes, hashes, dates, signatures. */
const CODES = new Set(
  (
    'id documentId revision claimIds entityId sourceId conflictId sideId decisionId replyTo distinctFrom kind type ' +
    'workflow verdict stance fit at by addedAt addedBy createdAt createdBy raisedAt raisedBy accessed sha256 textSha256 ' +
    'digest mediaType language state outcome severity rule encoding decoder extractor derivationSha256 version of anchorState format repaired'
  ).split(' '),
);
/** Members of an annotation in JSON-LD that hold the words of a text. */
const QUOTED = new Set(['exact', 'prefix', 'suffix', 'value']);
/** Members whose own members are named by people or by other formats. */
const RECORDS = new Set(['fields', 'given']);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONG_ENOUGH = 3;

/**
 * Takes words out of a change, so that done again it makes what would have been made had they never been there. Offsets
 * hold: every unit becomes a block. What cannot be blocked out, such as the value of a claim, goes.
 * @param claimsOf the claims of a document as they stand before the change, masked already
 */
export function maskChange(
  change: Change,
  masking: Masking,
  claimsOf: (documentId: string) => Iterable<Versioned<'claim'>>,
): Change {
  const base = Object.fromEntries(
    Object.entries(change.base).map(([path, id]) => [masking.words.mask(path), id]),
  );
  const operation = maskOperation(change, masking, claimsOf);
  const why = change.why === undefined ? {} : { why: masking.words.mask(change.why) };
  return { ...change, operation, base, ...why };
}

function maskOperation(
  change: Change,
  masking: Masking,
  claimsOf: (documentId: string) => Iterable<Versioned<'claim'>>,
): Operation {
  const { operation, kind, objectId } = change;
  const walk = (value: unknown, key: string) => new Walk(masking, change).value(value, key);
  const isGone = kind === 'claim' && masking.claims.has(objectId);
  const isWhole = kind === 'document' && objectId === masking.documentId && masking.whole;
  switch (operation.op) {
    case 'create': {
      const value = walk(operation.value, 'value') as Record<string, unknown>;
      if (isGone) {
        delete value.value;
        value.fields = blockRecord(value.fields);
        if (value.imported) value.imported = { ...value.imported, original: BLOCKED };
      }
      if (isWhole) Object.assign(value, withoutName(value));
      if (isWhole) delete value.origin;
      return { ...operation, value } as Operation;
    }
    case 'set': {
      const values = walkValues(operation.values, walk);
      if (isGone)
        for (const path of Object.keys(values))
          if (path === 'value') values[path] = null;
          else if (path.startsWith('fields.') && typeof values[path] === 'string')
            values[path] = blockAll(values[path]);
      if (isWhole) Object.assign(values, withoutName(values));
      if (isWhole && 'origin' in values) values.origin = null;
      return { ...operation, values } as Operation;
    }
    case 'edit':
      return { ...operation, values: walkValues(operation.values, walk) } as Operation;
    case 'add':
      return { ...operation, item: walk(operation.item, operation.list) } as Operation;
    case 'drop':
      return { ...operation, item: walk(operation.item, operation.list) as string };
    case 'revise':
      return maskRevise(operation, change, masking, claimsOf, walk);
    case 'remove':
    case 'restore':
    case 'redact':
      return operation;
  }
}

const BLOCKED = blockAll('......');

function walkValues(
  values: Readonly<Record<string, unknown>>,
  walk: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [path, walk(value, path)]));
}

function withoutName(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return typeof fields.title === 'string' ? { title: blockAll(fields.title) } : {};
}

function blockRecord(record: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries((record ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      typeof value === 'string' ? blockAll(value) : value,
    ]),
  );
}

/** What a revision says of claims that move is said of their new places: there the words around them are blocked out. */
function maskRevise(
  operation: Extract<Operation, { op: 'revise' }>,
  change: Change,
  masking: Masking,
  claimsOf: (documentId: string) => Iterable<Versioned<'claim'>>,
  walk: (value: unknown, key: string) => unknown,
): Operation {
  const revision = walk(operation.revision, 'revision') as Revision;
  const gone = masking.gone.get(revision.id);
  if (change.objectId !== masking.documentId || !gone) return { ...operation, revision };
  const { carry } = operation;
  const quotes = { ...carry.quotes };
  const placed = { ...carry.placed };
  for (const { object } of carryClaims(claimsOf(change.objectId), carry, revision.id, change.id)) {
    const { id, anchor } = object;
    const quote = maskQuote(anchor.quote, anchor.ranges, gone);
    if (placed[id]) placed[id] = { ...placed[id], quote };
    else if (quote.prefix !== anchor.quote.prefix || quote.suffix !== anchor.quote.suffix)
      quotes[id] = { prefix: quote.prefix, suffix: quote.suffix };
  }
  return { ...operation, revision, carry: { ...carry, quotes, placed } };
}

/** One value of a change, all the way down. */
class Walk {
  readonly #masking: Masking;
  readonly #kind: Change['kind'];
  readonly #objectId: string;
  readonly #ownRefusal: boolean;

  constructor(masking: Masking, change: Change) {
    this.#masking = masking;
    this.#kind = change.kind;
    this.#objectId = change.objectId;
    const { operation } = change;
    this.#ownRefusal =
      change.kind === 'refusal' &&
      (operation.op !== 'create' || operation.value.documentId === masking.documentId);
  }

  value(value: unknown, key: string, isNamed = false): unknown {
    if (typeof value === 'string') {
      const name = key.slice(key.lastIndexOf('.') + 1);
      return CODES.has(name) && !isNamed && !RECORDS.has(key.split('.')[0]!)
        ? value
        : this.#words(value, name);
    }
    if (Array.isArray(value)) return value.map(item => this.value(item, key, isNamed));
    if (value === null || typeof value !== 'object') return value;
    const own = this.#known(value as Record<string, unknown>);
    return Object.fromEntries(
      Object.entries(own).map(([name, member]) => [
        name,
        name === 'quote' && isAnchor(own) ? member : this.value(member, name, RECORDS.has(key)),
      ]),
    );
  }

  /** What has a shape of its own is masked by what is known of it. */
  #known(value: Record<string, unknown>): Record<string, unknown> {
    const { documentId, gone, texts, files } = this.#masking;
    if (isAnchor(value))
      return value.documentId === documentId
        ? ({ ...maskAnchor(value, gone.get(value.revision)) } as Record<string, unknown>)
        : value;
    if (typeof value.textSha256 === 'string' && typeof value.id === 'string') {
      const text = texts.get(value.id);
      if (!text) return value;
      const before = (value.redacted ?? []) as Redacted[];
      const masked = {
        ...value,
        ...text.revision,
        redacted: [...before, text.redacted],
      } as Partial<Revision>;
      if (this.#masking.whole && this.#objectId === documentId) delete masked.retrieved;
      return masked;
    }
    const file = typeof value.sha256 === 'string' && 'size' in value ? files.get(value.sha256) : undefined;
    return file ? { ...value, ...file } : value;
  }

  #words(text: string, name: string): string {
    if (UUID.test(text)) return text;
    if (this.#kind === 'annotation' && QUOTED.has(name) && this.#masking.annotations.has(this.#objectId))
      return blockAll(text);
    const { words, passages, sides } = this.#masking;
    let masked = words.mask(text);
    if (this.#ownRefusal && text.length >= LONG_ENOUGH && passages.some(passage => passage.includes(text)))
      masked = blockAll(text);
    const secrets =
      this.#kind === 'conflict'
        ? sides.get(this.#objectId)
        : name === 'preferred' && this.#kind === 'claim'
          ? allOf(sides)
          : undefined;
    for (const secret of secrets ?? [])
      if (secret.length >= LONG_ENOUGH || secret === text) masked = masked.replaceAll(secret, blockAll);
    return masked;
  }
}

function isAnchor(value: object): value is Anchor {
  return 'ranges' in value && 'quote' in value && 'revision' in value && 'documentId' in value;
}

function allOf(sides: Masking['sides']): Set<string> {
  return new Set([...sides.values()].flatMap(values => [...values]));
}
