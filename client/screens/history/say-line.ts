import { msg, str } from '@lit/localize';
import type { HistoryLine, Name } from '../../../shared/api/routes/history.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { isolated } from '../../localize/isolated.ts';
import { quoted, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayChange } from '../../panels/say-change.ts';

export type Names = Readonly<Record<string, Name>>;
type Deed = HistoryLine['deeds'][number];

/** Words of a name that a sentence holds, in UTF-16 code units. */
const SHORT = 60;

/** @returns a kind of object, one of its kind: "Claim" */
export function sayKind(kind: Kind): string {
  switch (kind) {
    case 'document':
      return msg('Document');
    case 'claim':
      return msg('Claim');
    case 'source':
      return msg('Source');
    case 'entity':
      return msg('Entity');
    case 'conflict':
      return msg('Conflict');
    case 'refusal':
      return msg('Refusal');
    case 'annotation':
      return msg('Annotation');
  }
}

/** @returns "12 claims" */
export function countOf(kind: Kind, count: number): string {
  const n = sayNumber(count);
  switch (kind) {
    case 'document':
      return plural(count, msg(str`${n} {document¦documents}`));
    case 'claim':
      return plural(count, msg(str`${n} {claim¦claims}`));
    case 'source':
      return plural(count, msg(str`${n} {source¦sources}`));
    case 'entity':
      return plural(count, msg(str`${n} {entity¦entities}`));
    case 'conflict':
      return plural(count, msg(str`${n} {conflict¦conflicts}`));
    case 'refusal':
      return plural(count, msg(str`${n} {refusal¦refusals}`));
    case 'annotation':
      return plural(count, msg(str`${n} {annotation¦annotations}`));
  }
}

/** @returns what an object is called, between quotation marks; what kind it is where it has no name */
export function nameOf(kind: Kind, name: Name | undefined): string {
  if (!name?.name) return sayKind(kind);
  const words = name.name.length > SHORT ? `${name.name.slice(0, SHORT - 1).trimEnd()}…` : name.name;
  return quoted(isolated(words));
}

/** @returns whom a deed was done to: one by its name, several by their number */
export const whomOf = ({ kind, count, objectIds }: Deed, names: Names): string =>
  count === 1 ? nameOf(kind, names[objectIds[0]!]) : countOf(kind, count);

/** @returns what was done, as the object's own history says it */
export const whatOf = ({ kind, operation }: Deed): string => sayChange({ kind, operation });

/** All that was done to the same things in one gesture. */
export interface Told {
  readonly deed: Deed;
  readonly what: string;
  readonly why: string | undefined;
}

/** @returns deeds, those to the very same things as one: "Decided: neither; Settled" */
export function toldOf(deeds: readonly Deed[]): Told[] {
  const told = new Map<string, Told>();
  for (const deed of deeds) {
    const key = `${deed.kind} ${deed.count} ${deed.objectIds.join()}`;
    const known = told.get(key);
    const what = whatOf(deed);
    told.set(key, {
      deed: known?.deed ?? deed,
      what: known ? `${known.what}; ${what}` : what,
      why: known?.why ?? deed.why,
    });
  }
  return [...told.values()];
}

/** @returns an entry in one line of plain text: what was done to what */
export function sayLine({ deeds, more }: HistoryLine, names: Names): string {
  const told = toldOf(deeds).map(({ deed, what }) => msg(str`${whomOf(deed, names)}: ${what}`));
  return [...told, ...(more > 0 ? [sayMore(more)] : [])].join('; ');
}

/** @returns "and 12 more" */
export const sayMore = (count: number): string => msg(str`and ${sayNumber(count)} more`);

/** @returns why it was done, where that was said */
export const whyOf = ({ deeds }: HistoryLine): string | undefined => deeds.find(({ why }) => why)?.why;
