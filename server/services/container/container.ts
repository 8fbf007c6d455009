import { v7 as newId } from 'uuid';
import type { Draft } from '../../../shared/change/draft.ts';
import { baseFor } from '../../../shared/change/paths.ts';
import { draftOf } from '../../../shared/claims/new-claim.ts';
import { readAnnotation } from '../../../shared/formats/web-annotation/read-annotation.ts';
import { listOf } from '../../../shared/formats/web-annotation/read-selectors.ts';
import type { Node } from '../../../shared/formats/web-annotation/terms.ts';
import { sameJson } from '../../../shared/json/canonical.ts';
import { Annotation } from '../../../shared/model/annotation.ts';
import type { Change, Versioned } from '../../../shared/model/change.ts';
import { Signature } from '../../../shared/model/ids.ts';
import { inTurn } from '../commit-changes.ts';
import { commitGroup } from '../commit-group.ts';
import type { Desk } from '../desk.ts';
import { badInput, Refusal } from '../refusal.ts';
import { type Member, MemberList, type Members } from './members.ts';
import { becoming, creating, type TakenIn, takeIn } from './taking.ts';
import { writeMembers } from './writing.ts';

/** Who signs for a client that does not say whose annotation it is. */
const NOBODY = 'Annotation client';
/** A name that somebody may choose for an annotation. */
const NAME = /^[A-Za-z0-9._~-]{1,120}$/;

/**
 * The desk as an Annotation Container: every claim is an annotation, and an annotation whose words are found here is a
 * claim. One that is about something else is kept as it came and annotates nothing here.
 */
export class AnnotationContainer {
  readonly #desk: Desk;
  readonly #members: MemberList;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#members = new MemberList(desk.storage);
  }

  members(): Promise<Members> {
    return this.#members.now();
  }

  /** Annotations without their `id`, in the order given. */
  write(members: readonly Member[]): Promise<Node[]> {
    return writeMembers(this.#desk, members);
  }

  /** When the desk was last changed; the beginning of time where it never was. */
  async modified(): Promise<string> {
    const { seq } = this.#desk.storage.head;
    for await (const { at } of this.#desk.storage.readLog(seq - 1, 1)) return at;
    return new Date(0).toISOString();
  }

  /**
   * Adds an annotation.
   * @param slug the name that its author wishes for it
   * @param own addresses under which this server is reached
   * @throws Refusal for what is no annotation
   */
  async add(node: Node, slug: string | undefined, own: readonly string[]): Promise<Member> {
    requireAnnotation(node);
    const { id, ...rest } = node;
    const kept = typeof id === 'string' ? { ...rest, via: withVia(rest.via, id) } : rest;
    const author = this.#author(node);
    const taken = await takeIn(this.#desk, kept, { id: newId(), ...author, own });
    const name = await this.#freeName(slug);
    const annotation = Annotation.parse({ id: newId(), name, node: kept, ...author });
    await this.#commit(author, taken ? creating(taken) : [], annotation, taken?.claim.id);
    return this.#present(name);
  }

  /**
   * Puts another state in the place of an annotation.
   * @throws Refusal where it changes what stays (`id`, `canonical`, `via`), or where its words are not to be found although it is a claim
   */
  async replace(member: Member, node: Node, address: string, own: readonly string[]): Promise<Member> {
    requireAnnotation(node);
    const [before] = await this.write([member]);
    for (const name of ['canonical', 'via'])
      if (!sameJson(before![name], node[name]))
        throw badInput(name, `"${name}" of an annotation stays as it is; send it unchanged.`);
    const { id, ...kept } = node;
    if (id !== undefined && id !== address)
      throw badInput('id', `The id of this annotation is ${address}; send it unchanged or leave it out.`);
    const author = this.#author(node);
    const { claim, annotation } = member;
    const taken = await takeIn(this.#desk, kept, { id: claim?.id ?? newId(), ...author, own });
    if (claim && !sameDocument(taken, claim.object.anchor.documentId))
      throw badInput(
        'target',
        'This annotation is a claim here: its target must be words of the same document. Add another annotation for other words.',
      );
    const drafts = !taken ? [] : claim ? becoming(claim.object, taken, newId) : creating(taken);
    const object = Annotation.parse({
      id: annotation?.id ?? newId(),
      name: member.name,
      node: kept,
      ...author,
    });
    await this.#commit(author, drafts, object, taken?.claim.id, member);
    return this.#present(member.name);
  }

  /** Removes an annotation and the claim that it is; both are kept in the history. */
  async remove({ claim, annotation }: Member): Promise<void> {
    const at = this.#desk.now();
    const group = newId();
    const changes = [claim, annotation].flatMap((held): Change[] =>
      held
        ? [
            changeFrom(
              held,
              { kind: held.kind, objectId: held.id, operation: { op: 'remove' } },
              { id: newId(), group, at, by: NOBODY },
            ),
          ]
        : [],
    );
    await inTurn(this.#desk, changes, () => commitGroup(this.#desk, changes));
  }

  async #commit(
    { by, at }: { by: string; at: string },
    drafts: readonly Draft[],
    annotation: Annotation,
    claimId: string | undefined,
    member?: Member,
  ): Promise<void> {
    const group = newId();
    const changeOf = (draft: Draft): Change =>
      changeFrom(
        [member?.claim, member?.annotation].find(held => held?.id === draft.objectId),
        draft,
        {
          id: newId(),
          group,
          at,
          by,
        },
      );
    const changes = drafts.map(changeOf);
    const last = changes.findLast(change => change.objectId === claimId)?.id ?? member?.claim?.last;
    const bound = claimId === undefined || last === undefined ? {} : { claimId, agrees: last };
    const object: Annotation = { ...annotation, ...bound };
    const checked = Annotation.safeParse(object);
    if (!checked.success) throw badInput('', `It cannot be kept: ${checked.error.issues[0]!.message}.`);
    const values = JSON.parse(JSON.stringify({ node: object.node, ...bound }));
    const draft: Draft = member?.annotation
      ? { kind: 'annotation', objectId: object.id, operation: { op: 'set', values } }
      : draftOf('annotation', object);
    changes.push(changeOf(draft));
    await inTurn(this.#desk, changes, () => commitGroup(this.#desk, changes));
  }

  #author(node: Node): { by: string; at: string } {
    const [read] = readAnnotation({ ...node, target: 'urn:x' }, '').filter(one => 'by' in one);
    const name = Signature.safeParse(read && 'by' in read ? read.by : undefined);
    return { by: name.success ? name.data : NOBODY, at: this.#desk.now() };
  }

  async #freeName(slug: string | undefined): Promise<string> {
    const wished = slug?.trim() ?? '';
    if (!NAME.test(wished) || wished === '.' || wished === '..') return newId();
    const known = (await this.members()).get(wished);
    return known === undefined ? wished : newId();
  }

  async #present(name: string): Promise<Member> {
    const member = (await this.members()).get(name);
    if (!member || member === 'gone') throw new Refusal('not-found', 'It was removed in the same moment.');
    return member;
  }
}

/** A change of somebody who saw an object as `held`. */
function changeFrom(
  held: Versioned | undefined,
  draft: Draft,
  rest: Pick<Change, 'id' | 'group' | 'at' | 'by'>,
): Change {
  return { ...rest, ...draft, base: baseFor(held, draft.operation) };
}

/** @throws Refusal for JSON that is no annotation */
function requireAnnotation(node: Node): void {
  if (!listOf(node.type).includes('Annotation'))
    throw badInput('type', 'An annotation has the type "Annotation".');
  if (listOf(node.target).length === 0) throw badInput('target', 'An annotation has a target.');
}

/** The id that an annotation had elsewhere joins where it came from. */
function withVia(via: unknown, id: string): unknown {
  const known = listOf(via);
  if (known.includes(id)) return via;
  return known.length === 0 ? id : [...known, id];
}

const sameDocument = (taken: TakenIn | undefined, documentId: string): boolean =>
  taken?.claim.anchor.documentId === documentId;
