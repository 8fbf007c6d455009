import { hull, QUOTE_CONTEXT, type Range } from '../../../../shared/model/anchor.ts';
import type { Annotation } from '../../../../shared/model/annotation.ts';
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
  /** Annotations kept as they came, whose claims ever stood on them, or so near that they quote them. */
  readonly annotations: ReadonlySet<string>;
  /** By conflict: values that sides with such claims ever had. */
  readonly sides: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every attachment that any claim ever had, by hash, with a claim that had it. */
  readonly attachments: ReadonlyMap<string, { readonly attachment: Attachment; readonly claimId: string }>;
  /** The objects as they stand. */
  readonly objects: HeldObjects;
}

/** Most units that are quoted on either side of a claim. */
const NEAR = 4 * QUOTE_CONTEXT;

/** Does every change of the log again and watches what it has to do with what goes. @param gone by revision */
export async function survey(
  files: FileLayer,
  layout: Layout,
  documentId: string,
  gone: ReadonlyMap<string, readonly Range[]>,
): Promise<Survey> {
  const claims = new Set<string>();
  const near = new Set<string>();
  const annotated: [string, string | undefined][] = [];
  const held = new Map<string, Map<string, Set<string>>>();
  const attachments = new Map<string, { attachment: Attachment; claimId: string }>();
  const objects = new HeldObjects();
  const see = ({ kind, id, object }: Versioned) => {
    if (kind === 'conflict')
      for (const { value, claimIds } of (object as Conflict).sides)
        for (const claimId of claimIds) put(put(held, id, new Map()), value, new Set<string>()).add(claimId);
    if (kind === 'annotation') annotated.push([id, (object as Annotation).claimId]);
    if (kind !== 'claim') return;
    const { anchor, evidence } = object as Claim;
    if (anchor.documentId === documentId && meet(anchor.ranges, gone.get(anchor.revision) ?? []))
      claims.add(id);
    const { start, end } = hull(anchor);
    const around = [{ start: start - NEAR, end: end + NEAR }];
    if (anchor.documentId === documentId && meet(around, gone.get(anchor.revision) ?? [])) near.add(id);
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
  const annotations = new Set(
    annotated.flatMap(([id, claimId]) => (claimId && near.has(claimId) ? [id] : [])),
  );
  const sides = new Map<string, Set<string>>();
  for (const [id, values] of held)
    for (const [value, by] of values)
      if ([...by].some(claimId => claims.has(claimId)))
        sides.set(id, (sides.get(id) ?? new Set()).add(value));
  return { claims, annotations, sides, attachments, objects };
}

function put<K, V>(all: Map<K, V>, key: K, fresh: V): V {
  const known = all.get(key);
  if (known !== undefined) return known;
  all.set(key, fresh);
  return fresh;
}
