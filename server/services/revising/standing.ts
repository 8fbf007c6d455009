import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision, type Document } from '../../../shared/model/document.ts';
import type { Desk } from '../desk.ts';
import type { Comparison, Standing } from './comparison.ts';

/** Everything that stands in a document: its claims by where they stand, then passages that claims anywhere quote from it. */
export function standingIn(desk: Desk, { id, object }: Versioned<'document'>): Standing[] {
  const current = currentRevision(object).id;
  const claims = [...desk.claims.of(id).claims.values()].map(claimStanding);
  claims.sort((a, b) => a.anchor.ranges[0]!.start - b.anchor.ranges[0]!.start);
  return [...claims, ...quotedIn(desk, id, () => true).filter(({ anchor }) => anchor.revision === current)];
}

/** What stands on an older revision of a document than the current one and waits, if its words are others now. */
export function waitingIn(desk: Desk, { id, object }: Versioned<'document'>): Standing[] {
  const current = currentRevision(object).id;
  return [
    ...desk.claims.of(id).waiting.map(claimStanding),
    ...quotedIn(desk, id, revision => revision !== current),
  ];
}

/** @returns the texts of a comparison with the revisions on which something stands */
export async function textsOf(
  desk: Desk,
  { revisions }: Document,
  standing: readonly Standing[],
  more: readonly string[] = [],
): Promise<Comparison['texts']> {
  const named = new Set([...standing.map(({ anchor }) => anchor.revision), ...more]);
  const texts = new Map<string, string>();
  for (const revision of revisions)
    if (named.has(revision.id)) texts.set(revision.id, (await desk.texts.laid(revision)).text);
  return texts;
}

const claimStanding = ({ id, object, removed }: Versioned<'claim'>): Standing => ({
  claimId: id,
  anchor: object.anchor,
  removed: removed !== undefined,
});

/** Passages that are kept as they were quoted wait for nobody. */
function quotedIn(desk: Desk, documentId: string, isWanted: (revision: string) => boolean): Standing[] {
  const quoted: Standing[] = [];
  for (const { id, object } of desk.claims.quoting.of(documentId))
    for (const { id: evidenceId, passage, asQuoted } of object.evidence)
      if (passage?.documentId === documentId && !asQuoted && isWanted(passage.revision))
        quoted.push({ claimId: id, evidenceId, anchor: passage, removed: false });
  return quoted;
}
