import type { ToldFinding, ToldSpan } from '../api/found.ts';
import type { Authorship, Draft } from '../change/draft.ts';
import { claimType } from '../claim-types/registry.ts';
import { draftOf, newClaim } from '../claims/new-claim.ts';
import type { Claim } from '../model/claim.ts';
import { type Conflict, decisionInForce, type Ground, type Side } from '../model/conflict.ts';
import type { Refusal } from '../model/refusal.ts';
import type { FindingSeverity, Severity } from '../model/scales.ts';
import type { ReadingContext } from '../values/context.ts';
import { reopenConflict } from './decide.ts';
import type { FoundGround } from './found-ground.ts';

/** How much a conflict matters that was made of a finding. */
const SEVERITY: { readonly [S in FindingSeverity]: Severity } = {
  error: 'high',
  warning: 'medium',
  info: 'low',
  style: 'low',
};

/** So many claims are made at most for one side; places beyond them say nothing new. */
const MOST_NEW = 50;
const MOST_CLAIMS = 1000;
const MOST_SIDES = 50;
const TITLE = 500;
const VALUE = 5000;
const SAYS = 2000;

/** A finding as a conflict on the record: drafts of one group. */
interface MadeOfFinding {
  readonly drafts: Draft[];
  readonly conflict: Conflict;
  /** The claims that were made for it. */
  readonly claims: readonly Claim[];
}

/**
 * Puts a finding on the record as an open conflict. Its words become claims where none stand on them yet: of the type
 * that the finding names, else statements.
 * @param newId gives a fresh UUID at every call
 * @param contextOf what is known of a document, for reading values
 * @throws RangeError where no side has words that a claim could stand on
 */
export function conflictFromFinding(
  told: ToldFinding,
  newId: () => string,
  author: Authorship,
  contextOf: (documentId: string) => ReadingContext = () => ({}),
): MadeOfFinding {
  const made = new Claims(newId, author, contextOf);
  const sides = sidesOf(told, made).map(side => ({ id: newId(), ...side }));
  const conflict: Conflict = {
    id: newId(),
    kind: told.kind,
    key: told.key,
    title: titleOf(told),
    sides,
    found: told.basis,
    grounds: groundsOf(told, newId),
    severity: SEVERITY[told.severity],
    state: 'open',
    decisions: [],
    dissent: [],
    raisedBy: author.by,
    raisedAt: author.at,
  };
  return { drafts: [...made.drafts, draftOf('conflict', conflict)], conflict, claims: made.claims };
}

/**
 * Takes a settled conflict up again because of what the rule finds now: it is reopened, and gets the sides and places
 * that it does not have yet.
 * @param reason why it is taken up again
 * @param find gives a claim by id
 * @returns drafts of one group
 */
export function renewFromFinding(
  conflict: Conflict,
  told: ToldFinding,
  reason: string,
  newId: () => string,
  author: Authorship,
  find: (id: string) => Claim | undefined,
  contextOf: (documentId: string) => ReadingContext = () => ({}),
): Draft[] {
  const made = new Claims(newId, author, contextOf);
  const known = new Set(conflict.sides.flatMap(({ claimIds }) => claimIds));
  const on = (operation: Draft['operation']): Draft => ({
    kind: 'conflict',
    objectId: conflict.id,
    operation,
  });
  const drafts = decisionInForce(conflict) ? reopenConflict(conflict, { ...author, reason }, find) : [];
  let room = MOST_SIDES - conflict.sides.length;
  for (const { value, claimIds } of sidesOf(told, made)) {
    const side = conflict.sides.find(other => other.value === value);
    const fresh = claimIds.filter(id => !known.has(id));
    if (fresh.length === 0) continue;
    if (side) {
      const values = { claimIds: [...side.claimIds, ...fresh].slice(0, MOST_CLAIMS) };
      drafts.push(on({ op: 'edit', list: 'sides', item: side.id, values }));
    } else if (room-- > 0)
      drafts.push(on({ op: 'add', list: 'sides', item: { id: newId(), value, claimIds: fresh } }));
  }
  drafts.push(on({ op: 'set', values: { found: JSON.parse(JSON.stringify(told.basis)) } }));
  return [...made.drafts, ...drafts];
}

/**
 * Remembers that a finding is no conflict.
 * @param reason why, where somebody said so
 * @param newId gives a fresh UUID at every call
 */
export function refuseFinding(
  { key, rule, message, sides, basis }: Pick<ToldFinding, 'key' | 'rule' | 'message' | 'sides' | 'basis'>,
  reason: string | undefined,
  newId: () => string,
  { by, at }: Authorship,
): Draft {
  const documents = new Set(sides.flatMap(({ spans }) => spans.map(({ documentId }) => documentId)));
  const [documentId] = documents;
  const refusal: Refusal = {
    id: newId(),
    of: 'finding',
    key,
    ...(documents.size === 1 && documentId !== undefined ? { documentId } : {}),
    type: rule,
    quote: message.slice(0, SAYS),
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
    basis,
    by,
    at,
  };
  return draftOf('refusal', refusal);
}

/** The claims that sides need: those that are there, and new ones, each place one. */
class Claims {
  readonly drafts: Draft[] = [];
  readonly claims: Claim[] = [];
  readonly #ids = new Map<string, string>();
  readonly #newId: () => string;
  readonly #author: Authorship;
  readonly #contextOf: (documentId: string) => ReadingContext;

  constructor(newId: () => string, author: Authorship, contextOf: (documentId: string) => ReadingContext) {
    this.#newId = newId;
    this.#author = author;
    this.#contextOf = contextOf;
  }

  /** The claim that stands on some words; undefined where none can. */
  at(span: ToldSpan): string | undefined {
    if (span.claimId !== undefined) return span.claimId;
    const place = `${span.documentId} ${span.start} ${span.end} ${span.type}`;
    if (!this.#ids.has(place)) {
      const claim = this.#make(span);
      if (!claim) return undefined;
      this.#ids.set(place, claim.id);
      this.claims.push(claim);
      this.drafts.push(draftOf('claim', claim));
    }
    return this.#ids.get(place);
  }

  #make({ documentId, revision, start, end, quote, prefix, suffix, type }: ToldSpan): Claim | undefined {
    if (revision === undefined || end <= start) return undefined;
    const known = claimType(type ?? '') ?? claimType('statement')!;
    const context = this.#contextOf(documentId);
    const anchor = {
      documentId,
      revision,
      ranges: [{ start, end }],
      quote: { exact: quote, prefix: prefix ?? '', suffix: suffix ?? '' },
    };
    const value = known.normalise(quote, context);
    const fields = known.fieldsFrom?.(quote, context) ?? {};
    return newClaim(this.#newId(), known.id, anchor, { value, fields }, this.#author);
  }
}

function sidesOf(told: ToldFinding, made: Claims): Omit<Side, 'id'>[] {
  const sides = told.sides.slice(0, MOST_SIDES).map(({ value, spans }) => ({
    value: value.slice(0, VALUE) || '(no words)',
    claimIds: [...new Set(sparing(spans).flatMap(span => made.at(span) ?? []))].slice(0, MOST_CLAIMS),
  }));
  const standing = sides.filter(({ claimIds }) => claimIds.length > 0);
  if (standing.length === 0) throw new RangeError('A conflict needs words that a claim can stand on.');
  return standing;
}

/** Places to be put on record: all that have a claim, and of the others each wording first. */
function sparing(spans: readonly ToldSpan[]): ToldSpan[] {
  const claimed = spans.filter(({ claimId }) => claimId !== undefined);
  const bare = spans.filter(({ claimId }) => claimId === undefined);
  const firsts = [...new Map([...bare].reverse().map(span => [span.quote, span])).values()].reverse();
  const rest = bare.filter(span => !firsts.includes(span));
  return [...claimed, ...[...firsts, ...rest].slice(0, MOST_NEW)];
}

/** Sides whose values are longer than this, in UTF-16 code units, say less in a title than the rule's own sentence. */
const SHORT = 80;

function titleOf({ kind, sides, message }: ToldFinding): string {
  const isSaid =
    sides.length < 2 || kind.endsWith('defect') || sides.some(({ value }) => value.length > SHORT);
  const words = isSaid ? message : sides.map(({ value }) => value).join(' / ');
  const title = words.replace(/\s+/g, ' ').trim() || message.trim();
  return title.slice(0, TITLE).trim() || '(no words)';
}

/** What the finding says comes first, then its grounds; each is said once. */
function groundsOf({ rule, message, given, grounds }: ToldFinding, newId: () => string): Ground[] {
  const all: FoundGround[] = [{ rule, says: message, given, for: true }, ...grounds];
  const once = new Map(all.filter(({ says }) => says !== '').map(ground => [ground.says, ground]));
  return [...once.values()].map(ground => ({
    id: newId(),
    rule: ground.rule.slice(0, 80),
    says: ground.says.slice(0, SAYS),
    given: Object.fromEntries(
      Object.entries(ground.given).map(([name, text]) => [name.slice(0, 40), text.slice(0, VALUE)]),
    ),
    for: ground.for,
    ...(ground.score === undefined ? {} : { score: ground.score }),
  }));
}
