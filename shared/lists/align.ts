import type { Entity } from '../model/entity.ts';
import { folded } from '../values/folded.ts';
import { formKey } from './form-key.ts';
import type { Entry, FoundList } from './found-list.ts';

/**
 * What a list says of a row: nothing; the same words; other words that are known to name the same; words that only look
 * as if they did; or something that takes part in an open conflict.
 */
export type CellState = 'absent' | 'present' | 'variant' | 'uncertain' | 'conflict';

export interface Cell {
  readonly state: CellState;
  /** Where the list names it; more than one where it stands there several times. */
  readonly entries: readonly Entry[];
}

/** Somebody or something that lists name, and what each list says. */
export interface Row {
  /** The same as long as it is named the same. */
  readonly key: string;
  readonly form: string;
  readonly kind: Entity['kind'];
  readonly entityId?: string;
  readonly country?: string;
  readonly cells: readonly Cell[];
}

/** Two who may be one, by the keys of `identities`. */
export interface Likeness {
  readonly a: string;
  readonly b: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Somebody or something under one name or known names. */
export interface Identity {
  readonly key: string;
  readonly form: string;
  readonly kind: Entity['kind'];
  readonly entity?: Entity;
  /** Where each list names it, by the list's place. */
  readonly entries: ReadonlyMap<number, readonly Entry[]>;
}

/** @returns who lists name, told apart by entity, accepted variants and words, in the order of the lists */
export function identities(lists: readonly FoundList[], entities: readonly Entity[]): Identity[] {
  const byId = new Map(entities.map(entity => [entity.id, entity]));
  const byForm = new Map<string, Entity>();
  for (const entity of entities)
    for (const form of [entity.preferred, ...entity.variants.map(variant => variant.form)]) {
      const key = `${entity.kind} ${formKey(form)}`;
      if (!byForm.has(key)) byForm.set(key, entity);
    }
  const found = new Map<string, Omit<Identity, 'entries'> & { entries: Map<number, Entry[]> }>();
  lists.forEach(({ kind, entries }, place) => {
    for (const entry of entries) {
      const key = `${kind} ${entry.formKey}`;
      const entity = (entry.entityId && byId.get(entry.entityId)) || byForm.get(key);
      const own = entity?.id ?? key;
      const known = found.get(own);
      const there = known?.entries.get(place);
      if (there) there.push(entry);
      else if (known) known.entries.set(place, [entry]);
      else
        found.set(own, {
          key: own,
          form: entity?.preferred ?? entry.form,
          kind,
          ...(entity ? { entity } : {}),
          entries: new Map([[place, [entry]]]),
        });
    }
  });
  return [...found.values()];
}

/**
 * Lays lists side by side. Who may be one shares a row where no list names both and nobody has said that they differ.
 * @param likenesses as `findLikenesses` gives them; none before they are known
 * @param isDisputed whether a claim takes part in an open conflict
 * @returns rows in the order of the lists, first those of the first
 */
export function alignLists(
  lists: readonly FoundList[],
  all: readonly Identity[],
  likenesses: readonly Likeness[],
  isDisputed: (claimId: string) => boolean,
): Row[] {
  const byKey = new Map(all.map((identity, place) => [identity.key, { identity, place }]));
  const headOf = new Map<string, string>();
  const guests = new Map<string, Identity[]>();
  for (const { a, b } of likenesses.toSorted((x, y) => y.score - x.score)) {
    const [one, other] = [byKey.get(a), byKey.get(b)];
    if (!one || !other) continue;
    const [head, guest] = isHead(one, other) ? [one, other] : [other, one];
    const [into, from] = [head.identity, guest.identity];
    if (headOf.has(into.key) || headOf.has(from.key) || guests.has(from.key)) continue;
    if (areApart(into, from)) continue;
    const there = [into, ...(guests.get(into.key) ?? [])];
    if (there.some(({ entries }) => [...from.entries.keys()].some(place => entries.has(place)))) continue;
    headOf.set(from.key, into.key);
    guests.set(into.key, [...(guests.get(into.key) ?? []), from]);
  }
  return all
    .filter(({ key }) => !headOf.has(key))
    .map(head => rowOf(lists.length, head, guests.get(head.key) ?? [], isDisputed));
}

/** Whoever has an entity stands first, else whoever was named first. */
function isHead(
  one: { identity: Identity; place: number },
  other: { identity: Identity; place: number },
): boolean {
  const [mine, theirs] = [one.identity.entity, other.identity.entity];
  if ((mine === undefined) !== (theirs === undefined)) return mine !== undefined;
  return one.place < other.place;
}

const areApart = ({ entity: one }: Identity, { entity: other }: Identity): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one.distinctFrom.includes(other.id) || other.distinctFrom.includes(one.id));

function rowOf(
  length: number,
  head: Identity,
  guests: readonly Identity[],
  isDisputed: (claimId: string) => boolean,
): Row {
  const cells = Array.from({ length }, (_, place): Cell => {
    const own = head.entries.get(place);
    const entries = own ?? guests.find(guest => guest.entries.has(place))?.entries.get(place) ?? [];
    if (entries.length === 0) return { state: 'absent', entries };
    if (entries.some(entry => isDisputed(entry.claimId) && !entry.isWords))
      return { state: 'conflict', entries };
    if (!own) return { state: 'uncertain', entries };
    return {
      state: entries.every(({ form }) => form === head.form || isSame(form, head.form))
        ? 'present'
        : 'variant',
      entries,
    };
  });
  const country = cells.flatMap(({ entries }) => entries).find(entry => entry.country)?.country;
  return {
    key: head.key,
    form: head.form,
    kind: head.kind,
    ...(head.entity ? { entityId: head.entity.id } : {}),
    ...(country ? { country } : {}),
    cells,
  };
}

/** Whether two forms are written the same, case and spaces aside. */
export const isSame = (one: string, other: string): boolean =>
  folded(one).toLowerCase() === folded(other).toLowerCase();
