import { Examination, type Progress } from '../../../shared/conflict-rules/engine.ts';
import type { Finding } from '../../../shared/conflict-rules/finding.ts';
import type { Mention } from '../../../shared/conflict-rules/mention.ts';
import { mentionsOf, mentionsOfSuggestions } from '../../../shared/conflict-rules/mentions-of.ts';
import type { ConflictRule } from '../../../shared/conflict-rules/rule.ts';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import type { Suggestion } from '../../../shared/detectors/suggestion.ts';
import { sameJson } from '../../../shared/json/canonical.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import type { Evidence, Source } from '../../../shared/model/source.ts';
import { formsOf, wordsOfForms } from './entity-forms.ts';
import { ExaminedDocument } from './examined-document.ts';
import type { Facts, Fed } from './messages.ts';

/**
 * Everything on the desk as the conflict rules see it: documents with their claims and, where no claim says it yet,
 * what is suggested in them. It can be fed in any order.
 */
export class ExaminedDesk {
  readonly #examination: Examination;
  readonly #documents = new Map<string, ExaminedDocument>();
  readonly #claims = new Map<string, Claim>();
  readonly #byDocument = new Map<string, Set<string>>();
  readonly #entities = new Map<string, Entity>();
  readonly #sources = new Map<string, Source>();
  readonly #evidence = new Map<string, readonly Evidence[]>();
  /** The keys of refused suggestions by the refusal's id, and how often each is refused. */
  readonly #refusals = new Map<string, string>();
  readonly #refused = new Map<string, number>();
  /** Claims whose evidence is other than when this was asked last. */
  #evidenceChanged = new Set<string>();

  constructor(rules: readonly ConflictRule[]) {
    this.#examination = new Examination(this.#learned, rules);
  }

  /** The text and the revision of a document; undefined where it is not here. */
  document(id: string): ExaminedDocument | undefined {
    return this.#documents.get(id);
  }

  /** Puts a document in, in place of what was known of it. */
  setDocument(facts: Facts, text: string, suggestions: readonly Suggestion[]): void {
    const document = new ExaminedDocument(
      new CheckedText({ ...facts, text }),
      facts.revision,
      mentionsOfSuggestions(suggestions).map((mention, i) => ({ mention, key: suggestions[i]!.key })),
    );
    this.#documents.set(facts.documentId, document);
    for (const id of this.#byDocument.get(facts.documentId) ?? []) document.cover(this.#claims.get(id)!, 1);
    this.#examination.setDocument(document.text, [
      ...mentionsOf(this.#claimsIn(document)),
      ...document.open(key => this.#refused.has(key)),
    ]);
  }

  removeDocument(documentId: string): void {
    this.#documents.delete(documentId);
    this.#examination.removeDocument(documentId);
  }

  /** Takes in objects as they are now. */
  feed(fed: readonly Fed[]): void {
    const entities: (Entity | undefined)[] = [];
    const sources = new Set<string>();
    for (const one of fed) {
      if (one.kind === 'claim') this.#feedClaim(one.id, one.object);
      else if (one.kind === 'refusal') this.#feedRefusal(one.id, one.object?.key);
      else if (one.kind === 'entity') {
        entities.push(this.#entities.get(one.id), one.object);
        put(this.#entities, one.id, one.object);
      } else if (!sameJson(this.#sources.get(one.id), one.object)) {
        put(this.#sources, one.id, one.object);
        sources.add(one.id);
      }
    }
    if (entities.length > 0 || sources.size > 0)
      this.#examination.learn(this.#learned, this.#concerned(entities, sources));
  }

  /** Does what is due, in steps that can be left off. */
  examine(): Generator<Progress, void> {
    return this.#examination.examine();
  }

  findings(): readonly Finding[] {
    return this.#examination.findings();
  }

  claim(id: string): Claim | undefined {
    return this.#claims.get(id);
  }

  /** Claims whose evidence is other than when this was asked last. */
  takeEvidenceChanged(): ReadonlySet<string> {
    const changed = this.#evidenceChanged;
    this.#evidenceChanged = new Set();
    return changed;
  }

  get #learned() {
    const entities = [...this.#entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { entities, sources: this.#sources, evidence: this.#evidence };
  }

  #claimsIn(document: ExaminedDocument): Claim[] {
    const ids = [...(this.#byDocument.get(document.text.documentId) ?? [])];
    return ids.map(id => this.#claims.get(id)!).filter(claim => document.has(claim));
  }

  #feedClaim(id: string, claim: Claim | undefined): void {
    const old = this.#claims.get(id);
    if (old && claim && sameJson(examined(old), examined(claim))) return;
    if (!sameJson(old?.evidence ?? [], claim?.evidence ?? [])) this.#evidenceChanged.add(id);
    if (old) {
      this.#claims.delete(id);
      this.#evidence.delete(id);
      this.#byDocument.get(old.anchor.documentId)?.delete(id);
      this.#uncover(old);
    }
    if (!claim) return;
    const { documentId } = claim.anchor;
    this.#claims.set(id, claim);
    if (claim.evidence.length > 0) this.#evidence.set(id, claim.evidence);
    const beside = this.#byDocument.get(documentId) ?? new Set();
    this.#byDocument.set(documentId, beside.add(id));
    const document = this.#documents.get(documentId);
    if (!document?.has(claim)) return;
    for (const mention of document.cover(claim, 1)) this.#examination.removeMention(mention.id);
    for (const mention of mentionsOf([claim])) this.#examination.setMention(mention);
  }

  /** A claim is gone or another one: what it covered is open again. */
  #uncover(claim: Claim): void {
    const document = this.#documents.get(claim.anchor.documentId);
    if (!document?.has(claim)) return;
    this.#examination.removeMention(claim.id);
    for (const mention of document.cover(claim, -1))
      if (!this.#refused.has(document.keyOf(mention))) this.#examination.setMention(mention);
  }

  #feedRefusal(id: string, key: string | undefined): void {
    const old = this.#refusals.get(id);
    if (old === key) return;
    put(this.#refusals, id, key);
    if (old !== undefined && this.#count(old, -1) === 0)
      for (const document of this.#documents.values())
        for (const mention of document.withKey(old)) this.#examination.setMention(mention);
    if (key !== undefined && this.#count(key, 1) === 1)
      for (const document of this.#documents.values())
        for (const mention of document.withKey(key)) this.#examination.removeMention(mention.id);
  }

  #count(key: string, by: 1 | -1): number {
    const count = (this.#refused.get(key) ?? 0) + by;
    if (count > 0) this.#refused.set(key, count);
    else this.#refused.delete(key);
    return count;
  }

  /** The mentions that entities and sources bear upon, as they were or as they are. */
  #concerned(entities: readonly (Entity | undefined)[], sources: ReadonlySet<string>): Set<string> {
    const concerned = new Set<string>();
    if (sources.size > 0)
      for (const [id, evidence] of this.#evidence)
        if (evidence.some(({ sourceId }) => sourceId !== undefined && sources.has(sourceId)))
          concerned.add(id);
    const known = entities.filter(entity => entity !== undefined);
    if (known.length === 0) return concerned;
    const ids = new Set(known.map(({ id }) => id));
    const words = wordsOfForms(known.flatMap(formsOf));
    const names = (mention: Mention) =>
      (mention.entityId !== undefined && ids.has(mention.entityId)) ||
      [...wordsOfForms([mention.quote])].some(word => words.has(word));
    for (const document of this.#documents.values()) {
      for (const mention of mentionsOf(this.#claimsIn(document)))
        if (names(mention)) concerned.add(mention.id);
      for (const mention of document.mentions) if (names(mention)) concerned.add(mention.id);
    }
    return concerned;
  }
}

/** What of a claim rules can see. */
const examined = ({ type, anchor, value, fields, entityId, anchorState, evidence }: Claim) => ({
  type,
  anchor,
  value,
  fields,
  entityId,
  anchorState,
  evidence,
});

function put<T>(map: Map<string, T>, id: string, value: T | undefined): void {
  if (value === undefined) map.delete(id);
  else map.set(id, value);
}
