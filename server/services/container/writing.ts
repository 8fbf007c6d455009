import { claimAnnotation } from '../../../shared/formats/web-annotation/claim-annotation.ts';
import { Places } from '../../../shared/formats/web-annotation/place.ts';
import type { Node } from '../../../shared/formats/web-annotation/terms.ts';
import type { Desk } from '../desk.ts';
import { derivationIn } from '../export-view.ts';
import type { Member } from './members.ts';

/** Members that a claim says better than what came: those that could have changed with it. */
const FROM_CLAIM = ['body', 'bodyValue', 'target', 'modified'];

/**
 * Writes members of the container as annotations, without `id`. One that came from elsewhere is given as it came as long
 * as its claim says nothing else; afterwards what the claim says takes the place of that part of it.
 */
export async function writeMembers(desk: Desk, members: readonly Member[]): Promise<Node[]> {
  const { storage, texts } = desk;
  const document = await storage.readObjects('document');
  const places = new Places({
    objects: { document },
    text: async revision => (await texts.laid(revision)).text,
    derivation: revision => derivationIn(storage, revision),
  });
  return Promise.all(members.map(member => write(desk, places, member)));
}

async function write(desk: Desk, places: Places, { claim, annotation }: Member): Promise<Node> {
  const came = annotation?.object;
  if (!claim) return came!.node;
  if (came && came.agrees === claim.last) return came.node;
  const { entityId } = claim.object;
  const entity = entityId === undefined ? undefined : await desk.storage.readObject('entity', entityId);
  const { id: _, ...says } = await claimAnnotation(claim.object, {
    places,
    entity: () => entity?.object,
    changedAt: timeOf(claim.last),
  });
  if (!came) return says;
  const kept = Object.entries(came.node).filter(([name]) => !FROM_CLAIM.includes(name));
  const changed = Object.entries(says).filter(([name]) => FROM_CLAIM.includes(name));
  return Object.fromEntries([...kept, ...changed]);
}

/** @returns when an id was made, as UUIDs of version 7 say it, undefined for others */
export function timeOf(id: string): string | undefined {
  if (id[14] !== '7') return undefined;
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString();
}
