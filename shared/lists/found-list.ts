import { describe } from '../claim-types/describe.ts';
import { isKindOf } from '../claim-types/registry.ts';
import { entityKindOf } from '../entities/name-entity.ts';
import { hull } from '../model/anchor.ts';
import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import { ListValue } from '../values/lists/list.ts';
import { formKey } from './form-key.ts';

/** One place where a list names somebody or something. */
export interface Entry {
  readonly form: string;
  /** `formKey` of the form. */
  readonly formKey: string;
  /** The claim that names it; the list's own claim where its words have none. */
  readonly claimId: string;
  /** Whether only the list's words name it, and no claim of its own. */
  readonly isWords: boolean;
  readonly entityId?: string;
  readonly country?: string;
}

/** A list that claims make up: members by the list they stand on, speakers of an event, the items of a list claim. */
export interface FoundList {
  /** The same as long as the claims say the same: to be put into an address. */
  readonly key: string;
  readonly documentId: string;
  /** As the claims call it; empty where they do not. */
  readonly title: string;
  readonly of: 'member' | 'speaker' | 'signatory' | 'list' | 'named';
  readonly kind: Entity['kind'];
  /** The claim of the list as a whole, where there is one. */
  readonly claimId?: string;
  /** How long the text says it is, in the claim's words. */
  readonly asserted?: string;
  /** What the list is of, and whose, in the claim's words: what counts are matched by. */
  readonly subject: string;
  readonly entries: readonly Entry[];
  /** Where it begins, in UTF-16 code units. */
  readonly start: number;
  /** The key of a list that holds all that stands in this one. */
  readonly within?: string;
}

const LISTED = ['member', 'speaker', 'signatory'] as const;
type Listed = (typeof LISTED)[number];

/** The claim types that lists are made of. */
export const listTypes = (type: string): boolean => type === 'list' || entityKindOf(type) !== undefined;

/**
 * Finds the lists of a document: claims that say on which list they stand, list claims, and, last, all who are named
 * beside them.
 * @param claims of one document, in any order
 * @returns lists in text order, parts after their wholes
 */
export function listsIn(claims: readonly Claim[]): FoundList[] {
  const ordered = claims.toSorted((a, b) => hull(a.anchor).start - hull(b.anchor).start);
  const groups = groupsOf(ordered);
  const lists: FoundList[] = [...groups];
  for (const claim of ordered) {
    const list = claim.type === 'list' ? listOf(claim, ordered) : undefined;
    if (!list) continue;
    const same = lists.findIndex(group => holds(group, list) && holds(list, group));
    if (same >= 0) lists[same] = { ...list, ...lists[same]!, ...wholeOf(list) };
    else lists.push(list);
  }
  const nested = lists.map(list => {
    const outer = lists.find(
      other => other !== list && other.entries.length > list.entries.length && holds(other, list),
    );
    return outer ? { ...list, within: outer.key } : list;
  });
  const startOf = ({ within, start }: FoundList) => nested.find(({ key }) => key === within)?.start ?? start;
  const depth = ({ within }: FoundList) => (within === undefined ? 0 : 1);
  const inOrder = nested.toSorted(
    (a, b) => startOf(a) - startOf(b) || depth(a) - depth(b) || a.start - b.start,
  );
  return [...inOrder, ...namedIn(ordered)];
}

const wholeOf = ({ claimId, asserted, subject }: FoundList) => ({
  ...(claimId ? { claimId } : {}),
  ...(asserted ? { asserted } : {}),
  subject,
});

const holds = (outer: FoundList, inner: FoundList): boolean => {
  const ids = new Set(outer.entries.map(({ claimId }) => claimId));
  return inner.entries.length > 0 && inner.entries.every(entry => !entry.isWords && ids.has(entry.claimId));
};

function groupsOf(claims: readonly Claim[]): FoundList[] {
  const groups = new Map<string, { of: Listed; title: string; claims: Claim[] }>();
  for (const claim of claims) {
    const of = LISTED.find(type => isKindOf(claim.type, type));
    if (!of) continue;
    const title = nameOfList(claim);
    const key = [claim.anchor.documentId, of, formKey(title)].join(' ');
    const group = groups.get(key);
    if (group) group.claims.push(claim);
    else groups.set(key, { of, title, claims: [claim] });
  }
  return [...groups].map(([key, { of, title, claims: all }]) => ({
    key: shortKey(key),
    documentId: all[0]!.anchor.documentId,
    title,
    of,
    kind: entityKindOf(of)!,
    subject: title,
    entries: all.map(entryOf),
    start: hull(all[0]!.anchor).start,
  }));
}

const nameOfList = ({ fields }: Claim): string => fields.list ?? fields.event ?? fields.signed ?? '';

/** Claims do not change, and reading a name costs more than all else here. */
const entryOfClaim = new WeakMap<Claim, Entry>();

function entryOf(claim: Claim): Entry {
  const known = entryOfClaim.get(claim);
  if (known) return known;
  const form = formOf(claim);
  const entry: Entry = {
    form,
    formKey: formKey(form),
    claimId: claim.id,
    isWords: false,
    ...(claim.entityId === undefined ? {} : { entityId: claim.entityId }),
    ...(claim.fields.country === undefined ? {} : { country: claim.fields.country }),
  };
  entryOfClaim.set(claim, entry);
  return entry;
}

/** @returns a claim's words as a name: those of its value where it has one */
const formOf = (claim: Claim): string => describe(claim, 'en');

/** A list claim: the claims that stand in it, and such items of it as have no claim. */
function listOf(claim: Claim, all: readonly Claim[]): FoundList | undefined {
  const value = ListValue.safeParse(claim.value);
  const items = value.success ? value.data.items : [];
  const inside = all.filter(other => other.id !== claim.id && isInside(other, claim));
  const listed = inside.filter(other => LISTED.some(type => isKindOf(other.type, type)));
  const naming = inside.filter(other => entityKindOf(other.type) !== undefined);
  const claims = listed.length * 2 >= items.length ? listed : naming;
  const kind = commonest(claims.map(({ type }) => entityKindOf(type)!)) ?? 'organization';
  const known = claims.filter(({ type }) => entityKindOf(type) === kind);
  const keys = known.map(other => entryOf(other).formKey);
  const bare =
    known.length >= items.length
      ? []
      : items.filter(item => {
          const key = formKey(item);
          return !keys.some(own => own.includes(key) || key.includes(own));
        });
  const inList = [
    ...known.map(entryOf),
    ...bare.map(form => ({ form, formKey: formKey(form), claimId: claim.id, isWords: true }) satisfies Entry),
  ];
  if (inList.length === 0) return undefined;
  const heading = value.success ? value.data.heading : undefined;
  return {
    key: shortKey(claim.id),
    documentId: claim.anchor.documentId,
    title: heading ?? claim.fields.of ?? '',
    of: 'list',
    kind,
    claimId: claim.id,
    ...(claim.fields.asserted ? { asserted: claim.fields.asserted } : {}),
    subject: [claim.fields.subject, claim.fields.of, heading].filter(Boolean).join(', '),
    entries: inList,
    start: hull(claim.anchor).start,
  };
}

function isInside(claim: Claim, list: Claim): boolean {
  const { start, end } = hull(claim.anchor);
  return (
    claim.anchor.revision === list.anchor.revision &&
    list.anchor.ranges.some(range => range.start <= start && end <= range.end)
  );
}

function commonest<T>(things: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** All people, organizations and places that a document names outside of lists. */
function namedIn(claims: readonly Claim[]): FoundList[] {
  return (['person', 'organization', 'place'] as const).flatMap(kind => {
    const naming = claims.filter(({ type }) => type === kind);
    if (naming.length === 0) return [];
    const { documentId } = naming[0]!.anchor;
    return [
      {
        key: shortKey(`${documentId} named ${kind}`),
        documentId,
        title: '',
        of: 'named' as const,
        kind,
        subject: '',
        entries: naming.map(entryOf),
        start: hull(naming[0]!.anchor).start,
      },
    ];
  });
}

/** Twelve letters and digits for words of any length: two FNV-1a hashes, each from another offset. */
function shortKey(words: string): string {
  return [0x811c9dc5, 0x9747b28c]
    .map(offset => {
      let hash = offset;
      for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(36).padStart(7, '0').slice(-6);
    })
    .join('');
}
