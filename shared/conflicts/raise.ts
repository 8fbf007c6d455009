import { z } from 'zod';
import type { Authorship, Draft } from '../change/draft.ts';
import type { Claim } from '../model/claim.ts';
import { type Conflict, type Ground, Side } from '../model/conflict.ts';
import type { Severity } from '../model/scales.ts';
import { explainDifference, guessKind } from './differences.ts';

/** What a person says when raising a conflict. */
export interface Flag {
  readonly severity: Severity;
  /** Left out where it is to be guessed from the values. */
  readonly kind?: string;
  readonly reason?: string;
}

/**
 * Raises a conflict by hand between claims, one side each; claims with the same value share a side where that leaves
 * two sides.
 * @param say says a claim's value in a line
 * @param newId gives a fresh UUID at every call
 * @throws RangeError where there are fewer than two claims
 */
export function raiseConflict(
  claims: readonly Claim[],
  flag: Flag,
  say: (claim: Claim) => string,
  newId: () => string,
  author: Authorship,
): { draft: Draft; conflict: Conflict } {
  if (claims.length < 2) throw new RangeError('A conflict needs two claims or more.');
  const id = newId();
  const kind = flag.kind ?? guessKind(claims);
  const found = claims.slice(1).flatMap(other => explainDifference(claims[0]!, other));
  const reason = flag.reason?.trim();
  const grounds: Ground[] = [
    ...(reason ? [{ id: newId(), rule: 'by-hand', says: reason.slice(0, 2000), for: true }] : []),
    ...dedupe(found).map(ground => ({ id: newId(), ...ground, says: ground.says.slice(0, 2000) })),
  ];
  const sides = sidesOf(claims, say).map(side => ({ id: newId(), ...side }));
  const conflict: Conflict = {
    id,
    kind,
    key: `by-hand:${id}`,
    title: sides
      .map(side => side.value)
      .join(' / ')
      .slice(0, 500),
    sides,
    grounds,
    severity: flag.severity,
    state: 'open',
    decisions: [],
    dissent: [],
    raisedBy: author.by,
    raisedAt: author.at,
  };
  const value = JSON.parse(JSON.stringify(conflict));
  return { draft: { kind: 'conflict', objectId: id, operation: { op: 'create', value } }, conflict };
}

function sidesOf(claims: readonly Claim[], say: (claim: Claim) => string) {
  const apart = claims.map(claim => ({
    value: say(claim).slice(0, 5000) || '(no words)',
    claimIds: [claim.id],
  }));
  const joined = new Map<string, { value: string; claimIds: string[] }>();
  for (const side of apart) {
    const same = joined.get(side.value);
    if (same) same.claimIds.push(...side.claimIds);
    else joined.set(side.value, { value: side.value, claimIds: [...side.claimIds] });
  }
  return joined.size > 1 ? [...joined.values()] : apart;
}

const dedupe = <T extends { says: string }>(grounds: readonly T[]): T[] => [
  ...new Map(grounds.map(ground => [ground.says, ground])).values(),
];

/** @returns the claims on the sides of a conflict, as far as the value of its creation can be read */
export function claimsOf({ sides }: Readonly<Record<string, unknown>>): string[] {
  return z
    .array(Side)
    .catch([])
    .parse(sides)
    .flatMap(({ claimIds }) => claimIds);
}
