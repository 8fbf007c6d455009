/** Goes with every dossier beside `verify.mjs`: does every change of the log again, with nothing but what the log says. */
import type { Change } from './verify-log.ts';

type Fields = Record<string, unknown>;

/** An object as the changes left it. */
export interface Standing {
  readonly kind: string;
  readonly object: Fields;
  readonly removed?: { readonly by: string; readonly at: string; readonly why?: string };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a new revision does to the claims of its document. */
interface Carry {
  readonly from: string;
  readonly stays: readonly string[];
  /** A stretch of the former text, its length, and where it stands in the new one. */
  readonly stretches: readonly (readonly [from: number, length: number, to: number])[];
  readonly quotes: Readonly<Record<string, Fields>>;
  readonly placed: Readonly<Record<string, { readonly ranges: readonly Range[]; readonly quote: Fields }>>;
}

const idOf = (item: unknown): unknown => (typeof item === 'string' ? item : (item as Fields).id);

/** What stands after some changes, by the ids of the objects. */
export class Replay {
  readonly objects = new Map<string, Standing>();
  /** The claims by the document in which they stand. */
  readonly #claims = new Map<string, string[]>();

  /** Does a change again. @throws where it cannot be done to what stands */
  repeat(change: Change): void {
    const { kind, objectId, operation, by, at, why } = change;
    const held = this.objects.get(objectId);
    if (operation.op === 'create') {
      if (held) throw new Error(`there is ${objectId} already`);
      const object = operation.value as Fields;
      this.objects.set(objectId, { kind, object });
      if (kind === 'claim') this.#stands(objectId, (object.anchor as Fields).documentId as string);
      return;
    }
    if (held?.kind !== kind) throw new Error(`there is no ${kind} ${objectId}`);
    if (operation.op === 'redact') return;
    if (operation.op === 'restore' ? !held.removed : held.removed)
      throw new Error(`${kind} ${objectId} ${held.removed ? 'was removed' : 'was not removed'}`);
    const { object } = held;
    if (operation.op === 'remove')
      this.objects.set(objectId, { ...held, removed: { by, at, ...(why === undefined ? {} : { why }) } });
    else if (operation.op === 'restore') this.objects.set(objectId, { kind, object });
    else this.objects.set(objectId, { kind, object: edited(object, operation) });
    if (operation.op === 'revise')
      this.#carry(objectId, operation.carry as Carry, operation.revision as Fields);
    const anchor = (this.objects.get(objectId)!.object.anchor ?? {}) as Fields;
    if (kind === 'claim' && anchor.documentId !== (object.anchor as Fields).documentId)
      this.#stands(objectId, anchor.documentId as string);
  }

  #stands(claim: string, document: string): void {
    const claims = this.#claims.get(document) ?? [];
    this.#claims.set(document, claims);
    claims.push(claim);
  }

  #carry(document: string, carry: Carry, revision: Fields): void {
    const stays = new Set(carry.stays);
    for (const id of new Set(this.#claims.get(document))) {
      const held = this.objects.get(id)!;
      const anchor = held.object.anchor as Fields & { readonly ranges: readonly Range[] };
      const moved = anchor.documentId === document ? placeOf(id, anchor, carry, stays) : undefined;
      if (!moved) continue;
      const isShifted = carry.placed[id]
        ? moved.ranges[0]!.start !== anchor.ranges[0]!.start
        : moved.ranges.some(({ start }, i) => start !== anchor.ranges[i]!.start);
      const object = {
        ...held.object,
        anchor: { ...anchor, ...moved, revision: revision.id },
        anchorState: isShifted ? 'shifted' : 'intact',
      };
      this.objects.set(id, { ...held, object });
    }
  }
}

function placeOf(
  id: string,
  anchor: Fields & { readonly ranges: readonly Range[] },
  { from, stretches, quotes, placed }: Carry,
  stays: ReadonlySet<string>,
): { readonly ranges: readonly Range[]; readonly quote: Fields } | undefined {
  if (placed[id]) return placed[id];
  if (anchor.revision !== from || stays.has(id)) return undefined;
  const ranges: Range[] = [];
  for (const { start, end } of anchor.ranges) {
    const stretch = stretches.find(
      ([at, length]) => start >= at && start < at + length && end <= at + length,
    );
    if (!stretch) return undefined;
    const by = stretch[2] - stretch[0];
    ranges.push({ start: start + by, end: end + by });
  }
  return { ranges, quote: { ...(anchor.quote as Fields), ...quotes[id] } };
}

function edited(object: Fields, operation: Change['operation']): Fields {
  const { op, values, list, item, at, revision } = operation as Change['operation'] & {
    readonly values?: Fields;
    readonly list?: string;
    readonly item?: unknown;
    readonly at?: number;
    readonly revision?: unknown;
  };
  if (op === 'set') return withValues(object, values!);
  if (op === 'revise') return { ...object, revisions: [...(object.revisions as unknown[]), revision] };
  if (list === undefined || !Array.isArray(object[list])) throw new Error(`nothing is known of “${op}”`);
  const items = [...object[list]];
  if (op === 'add') items.splice(at ?? items.length, 0, item);
  else {
    const place = items.findIndex(one => idOf(one) === item);
    if (place < 0) throw new Error(`${list} has no item ${item}`);
    if (op === 'drop') items.splice(place, 1);
    else items[place] = withValues(items[place] as Fields, values!);
  }
  return { ...object, [list]: items };
}

/** Sets fields, and keys of records such as `fields.role`; null takes them away. */
function withValues(object: Fields, values: Fields): Fields {
  const result = { ...object };
  for (const [path, value] of Object.entries(values)) {
    const [name = '', key] = path.split('.');
    if (key === undefined) put(result, name, value);
    else {
      const record = { ...(result[name] as Fields) };
      put(record, key, value);
      result[name] = record;
    }
  }
  return result;
}

function put(target: Fields, name: string, value: unknown): void {
  if (value === null) delete target[name];
  else target[name] = value;
}

/** Whether two values of JSON are the same, in whatever order their members stand. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(name => Object.hasOwn(other, name) && same((one as Fields)[name], (other as Fields)[name]))
  );
}
