import type { Document, Revision } from '../../../shared/model/document.ts';
import { type Decoded, decode } from '../../documents/decode.ts';
import { type Extracting, GivenUp } from '../../extracting/extract-file.ts';
import { Refusal } from '../../services/refusal.ts';

/** What is wrong with a revision, and what is only to be known. */
export interface RevisionReading {
  readonly findings: readonly string[];
  readonly remarks: readonly string[];
}

/** What mends most of what is found. */
export const PUT_BACK = 'Put it back from a backup.';

type Read = (sha256: string) => Promise<Buffer | undefined>;

/** A file as it is kept, decoded once for all texts that were made of it. */
export class KeptFile {
  readonly sha256: string;
  /** Undefined where it is lost. */
  readonly bytes: Buffer | undefined;
  #last: { readonly encoding: string; readonly decoded: Decoded } | undefined;

  constructor(sha256: string, bytes: Buffer | undefined) {
    this.sha256 = sha256;
    this.bytes = bytes;
  }

  /** As `decode` does; nothing where the file is lost. */
  decoded(encoding: string): Decoded {
    if (this.#last?.encoding !== encoding)
      this.#last = { encoding, decoded: decode(this.bytes ?? Buffer.alloc(0), encoding) };
    return this.#last.decoded;
  }
}

/** Holds a revision against its bytes, and its text against its bytes read again as they were read when they came. */
export async function verifyRevision(
  read: Read,
  extracting: Extracting,
  { title }: Document,
  revision: Revision,
  file: KeptFile,
): Promise<RevisionReading> {
  const { id, sha256, bytes: size, reading, textSha256, length } = revision;
  const where = `Revision ${id} of "${title}"`;
  const { bytes } = file;
  const text = (await read(textSha256))?.toString('utf8');
  const findings: string[] = [];
  if (!bytes) findings.push(`${where} has lost its bytes, blobs/${sha256}. ${PUT_BACK}`);
  else if (bytes.length !== size)
    findings.push(`${where} should have ${size} bytes and has ${bytes.length}. ${PUT_BACK}`);
  if (text === undefined) findings.push(`${where} has lost its text, blobs/${textSha256}. ${PUT_BACK}`);
  else if (text.length !== length)
    findings.push(`${where} should have a text of ${length} units and it has ${text.length}. ${PUT_BACK}`);
  const { extraction } = reading;
  const derivation = extraction && (await read(extraction.derivationSha256));
  if (extraction && !derivation)
    findings.push(
      `${where} has lost where its text came from, blobs/${extraction.derivationSha256}. ${PUT_BACK}`,
    );
  if (!bytes || text === undefined) return { findings, remarks: [] };
  if (extraction) {
    if (!derivation) return { findings, remarks: [] };
    const again = await extractedAgain(extracting, where, revision, file, { text, derivation });
    return { findings: [...findings, ...again.findings], remarks: again.remarks };
  }
  const again = file.decoded(reading.encoding);
  if (again.text !== text) {
    const how = `as ${reading.encoding} by ${reading.decoder} ${reading.version}`;
    findings.push(
      again.reading.decoder === reading.decoder && again.reading.version === reading.version
        ? `${where} has a text that its bytes do not give, read again ${how}. ${PUT_BACK}`
        : `${where} was read ${how}; this program reads its bytes otherwise, by ${again.reading.decoder} ${again.reading.version}. The text that was kept goes on to hold.`,
    );
  }
  return { findings, remarks: [] };
}

/** The same extractor makes the same of the same bytes; another version of it may not. */
async function extractedAgain(
  extracting: Extracting,
  where: string,
  { reading }: Revision,
  file: KeptFile,
  kept: { readonly text: string; readonly derivation: Buffer },
): Promise<RevisionReading> {
  const { extractor: id, version, options } = reading.extraction!;
  const finding = (says: string): RevisionReading => ({ findings: [`${where} ${says}`], remarks: [] });
  const remark = (says: string): RevisionReading => ({ findings: [], remarks: [`${where} ${says}`] });
  const extractor = extracting.byId(id);
  if (extractor?.version !== version)
    return remark(
      `was extracted by ${id} ${version}; this program has ${extractor ? `${id} ${extractor.version}` : 'no such extractor'}. The text that was kept goes on to hold.`,
    );
  try {
    const again = await extracting.extract(
      extractor,
      {
        bytes: file.bytes!,
        ...(extractor.reads === 'text' ? { text: file.decoded(reading.encoding).text } : {}),
        key: JSON.stringify([file.sha256, reading.encoding]),
      },
      options,
      { isBrief: true },
    );
    if (again.text !== kept.text)
      return finding(
        `has a text that its file does not give, extracted again by ${id} ${version}. ${PUT_BACK}`,
      );
    if (!kept.derivation.equals(again.derivation))
      return finding(
        `says of its text that it came from elsewhere in its file than ${id} ${version} finds. ${PUT_BACK}`,
      );
    return { findings: [], remarks: [] };
  } catch (error) {
    if (error instanceof GivenUp) return remark(`was not extracted again: ${error.message}`);
    if (error instanceof Refusal)
      return finding(`cannot be extracted again by ${id} ${version}: ${error.message} ${PUT_BACK}`);
    throw error;
  }
}
