import type { Range } from '../../../../shared/model/anchor.ts';
import type { Attachment } from '../../../../shared/model/attachment.ts';
import type { Versioned } from '../../../../shared/model/change.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { meet } from '../../../../shared/redaction/block.ts';
import { HeldObjects } from '../../held-objects.ts';
import { replay } from '../../replay.ts';
import type { FileLayer } from '../files.ts';
import type { Layout } from '../layout.ts';
import { segmentsOf } from './scan.ts';

/** What ever had to do with passages of a document, then or now. */
export interface Survey {
  /** Claims that ever stood on any unit of them. */
  readonly claims: ReadonlySet<string>;
  /** By conflict: values that sides with such claims ever had. */
  readonly sides: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every attachment that any claim ever had, by hash, with a claim that had it. */
  readonly attachments: ReadonlyMap<string, { readonly attachment: Attachment; readonly claimId: string }>;
  /** The objects as they stand. */
  readonly objects: HeldObjects;
}

/** Does every change of the log again and watches what it has to do with what goes. @param gone by revision */
export async function survey(
  files: FileLayer,
  layout: Layout,
  documentId: string,
  gone: ReadonlyMap<string, readonly Range[]>,
): Promise<Survey> {
  const claims = new Set<string>();
  const held = new Map<string, Map<string, Set<string>>>();
  const attachments = new Map<string, { attachment: Attachment; claimId: string }>();
  const objects = new HeldObjects();
  const see = ({ kind, id, object }: Versioned) => {
    if (kind === 'conflict')
      for (const { value, claimIds } of (object as Conflict).sides)
        for (const claimId of claimIds) add(add2(held, id), value, claimId);
    if (kind !== 'claim') return;
    const { anchor, evidence } = object as Claim;
    if (anchor.documentId === documentId && meet(anchor.ranges, gone.get(anchor.revision) ?? []))
      claims.add(id);
    for (const item of evidence)
      for (const attachment of item.attachments ?? [])
        attachments.set(attachment.sha256, { attachment, claimId: id });
  };
  for await (const { lines } of segmentsOf(files, layout))
    for (const { entry } of lines)
      for (const one of replay(objects, entry).objects) {
        see(one);
        objects.set(one);
      }
  const sides = new Map<string, Set<string>>();
  for (const [id, values] of held)
    for (const [value, by] of values)
      if ([...by].some(claimId => claims.has(claimId)))
        sides.set(id, (sides.get(id) ?? new Set()).add(value));
  return { claims, sides, attachments, objects };
}

function add2(all: Map<string, Map<string, Set<string>>>, id: string): Map<string, Set<string>> {
  const known = all.get(id) ?? new Map<string, Set<string>>();
  all.set(id, known);
  return known;
}

function add(all: Map<string, Set<string>>, value: string, claimId: string): void {
  const known = all.get(value);
  if (known) known.add(claimId);
  else all.set(value, new Set([claimId]));
}
