import { citation } from './citation.ts';
import type { ClaimType } from './claim-type.ts';
import { count } from './count.ts';
import { date } from './date.ts';
import { list } from './list.ts';
import { member } from './member.ts';
import { organization } from './organization.ts';
import { person } from './person.ts';
import { place } from './place.ts';
import { quotation } from './quotation.ts';
import { signatory } from './signatory.ts';
import { speaker } from './speaker.ts';
import { statement } from './statement.ts';

/** All claim types, in the order of menus and filters. */
export const claimTypes: readonly ClaimType[] = [
  member,
  list,
  speaker,
  signatory,
  person,
  organization,
  date,
  count,
  quotation,
  place,
  citation,
  statement,
];

const byId = new Map(claimTypes.map(type => [type.id, type]));

/** @returns the claim type of that id, or undefined. */
export function claimType(id: string): ClaimType | undefined {
  return byId.get(id);
}

/** @returns whether a type is the other or a kind of it: a speaker is a person. */
export function isKindOf(id: string, other: string): boolean {
  return id === other || byId.get(id)?.parent === other;
}
