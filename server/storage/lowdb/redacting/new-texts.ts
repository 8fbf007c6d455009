import type { Range } from '../../../../shared/model/anchor.ts';
import type { Revision } from '../../../../shared/model/document.ts';
import type { RedactionReport } from '../../../../shared/model/redaction.ts';
import { blockOut } from '../../../../shared/redaction/block.ts';
import type { NewText } from '../../../../shared/redaction/mask-change.ts';
import type { SecretWords } from '../../../../shared/redaction/secret-words.ts';
import { decode } from '../../../documents/decode.ts';
import { sha256 } from '../../entry.ts';

/** The texts that revisions have afterwards, as bytes. */
export interface NewTexts {
  /** By revision. */
  readonly texts: ReadonlyMap<string, NewText>;
  /** By their SHA-256. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** What becomes of files that texts were extracted from. */
  readonly files: RedactionReport['files'];
}

/** A document with every revision that it ever had. */
export interface WithRevisions {
  readonly id: string;
  readonly title: string;
  readonly revisions: Iterable<Revision>;
}

/**
 * Settles what stands for each revision that loses words. It is plain text in UTF-8, whatever it was: a file of another
 * kind goes, since words cannot be taken out of it, and with it where its text came from. So do files of other texts
 * that are the very same file, such as the other parts of an archive, whose texts stay as they are.
 * @param change the id of the redaction
 * @param gone by revision
 * @param text gives a text by its hash
 */
export async function newTexts(
  change: string,
  documentId: string,
  documents: readonly WithRevisions[],
  gone: ReadonlyMap<string, readonly Range[]>,
  words: SecretWords,
  text: (hash: string) => Promise<string>,
): Promise<NewTexts> {
  const texts = new Map<string, NewText>();
  const blobs = new Map<string, Uint8Array>();
  const files: NewTexts['files'] = [];
  const all = documents.flatMap(({ id, title, revisions }) =>
    [...revisions].map(revision => ({ id, title, revision })),
  );
  const lost = new Set(all.flatMap(({ revision }) => (gone.has(revision.id) ? [revision.sha256] : [])));
  for (const { id, title, revision } of all) {
    const ranges = gone.get(revision.id);
    const { extraction } = revision.reading;
    const goes =
      ranges !== undefined ||
      (extraction !== undefined && (lost.has(revision.sha256) || tells(words, revision)));
    if (extraction && (goes || id === documentId))
      files.push({ documentId: id, title, revision: revision.id, goes });
    if (!goes) continue;
    const blocked = blockOut(await text(revision.textSha256), ranges ?? []);
    const decoded = Buffer.from(blocked);
    // What a text begins with would be taken for a byte order mark.
    const bytes = blocked.startsWith('\ufeff') ? Buffer.from(`\ufeff${blocked}`) : decoded;
    for (const part of [decoded, bytes]) blobs.set(sha256(part), part);
    texts.set(revision.id, {
      revision: {
        sha256: sha256(bytes),
        bytes: bytes.length,
        reading: decode(bytes, 'utf-8').reading,
        textSha256: sha256(decoded),
      },
      redacted: {
        change,
        ranges: [...(ranges ?? [])],
        was: { sha256: revision.sha256, textSha256: revision.textSha256 },
      },
    });
  }
  return { texts, blobs, files };
}

/** Whether what an extractor was told says the words: the name of a part. Masked, it would find that part no more. */
function tells(words: SecretWords, { reading }: Revision): boolean {
  const said = Object.values(reading.extraction?.options ?? {});
  return said.some(value => typeof value === 'string' && words.mask(value) !== value);
}
