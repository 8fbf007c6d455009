import path from 'node:path';
import type { Document, Revision } from '../../../shared/model/document.ts';
import type { Extracting } from '../../extracting/extract-file.ts';
import { sha256Aside } from '../blob-hashes.ts';
import type { HeldObjects } from '../held-objects.ts';
import { type FileLayer, readIfThere } from './files.ts';
import type { Layout } from './layout.ts';
import { quoteFindings } from './verify-quotes.ts';
import { KeptFile, PUT_BACK, verifyRevision } from './verify-revision.ts';

export interface BlobsReading {
  readonly blobs: number;
  readonly findings: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * Holds the blobs against their names, revisions and attachments against their blobs, and quotes against texts.
 * @param named hashes of all bytes that a change ever named: these are kept even where no object names them now
 */
export async function readBlobs(
  files: FileLayer,
  layout: Layout,
  objects: HeldObjects,
  named: ReadonlySet<string>,
  extracting: Extracting,
): Promise<BlobsReading> {
  const findings: string[] = [];
  const remarks: string[] = [];
  const names = (await files.list(layout.blobs)).filter(name => !name.endsWith('.next'));
  const unused = new Set(names);
  for (const name of names) {
    const shown = layout.shown(path.join(layout.blobs, name));
    if (layout.blob(name) === undefined) {
      unused.delete(name);
      remarks.push(`${shown} is not a file of the desk.`);
    } else if ((await sha256Aside(await files.read(path.join(layout.blobs, name)))) !== name)
      findings.push(`${shown} was altered: its bytes do not match its name. Put it back from a backup.`);
  }
  const texts = new Map<string, string>();
  const byFile = new Map<string, [Document, Revision][]>();
  for (const { id, object } of objects.list('document'))
    for (const revision of object.revisions) {
      const alike = byFile.get(revision.sha256);
      if (alike) alike.push([object, revision]);
      else byFile.set(revision.sha256, [[object, revision]]);
      texts.set(`${id}/${revision.id}`, revision.textSha256);
    }
  // Texts that are parts of one file are held against it one after the other, so that it is read and opened once.
  for (const [sha256, revisions] of byFile) {
    const read = (name: string) => readIfThere(files, layout.blob(name)!);
    const file = new KeptFile(sha256, await read(sha256));
    for (const [document, revision] of revisions) {
      const found = await verifyRevision(read, extracting, document, revision, file);
      findings.push(...found.findings);
      remarks.push(...found.remarks);
    }
  }
  findings.push(...(await lostAttachments(files, layout, objects)));
  for (const name of unused)
    if (!named.has(name))
      remarks.push(`blobs/${name} belongs to nothing: it was written for a change that was not made.`);
  findings.push(
    ...(await quoteFindings(objects, async (documentId, revisionId) => {
      const name = texts.get(`${documentId}/${revisionId}`);
      const bytes = name === undefined ? undefined : await readIfThere(files, layout.blob(name)!);
      return bytes?.toString('utf8');
    })),
  );
  return { blobs: names.length, findings, remarks };
}

async function lostAttachments(files: FileLayer, layout: Layout, objects: HeldObjects): Promise<string[]> {
  const sizes = new Map<string, number | undefined>();
  const findings: string[] = [];
  for (const claim of objects.list('claim'))
    for (const { attachments = [] } of claim.object.evidence)
      for (const { name, sha256, size } of attachments) {
        if (!sizes.has(sha256)) sizes.set(sha256, (await files.stat(layout.blob(sha256)!))?.size);
        const found = sizes.get(sha256);
        if (found === size) continue;
        const where = `The attachment "${name}" of claim ${claim.id}`;
        findings.push(
          found === undefined
            ? `${where} has lost its bytes, blobs/${sha256}. ${PUT_BACK}`
            : `${where} should have ${size} bytes and has ${found}. ${PUT_BACK}`,
        );
      }
  return findings;
}
