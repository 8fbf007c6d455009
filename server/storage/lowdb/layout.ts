import path from 'node:path';
import { sha256 } from '../entry.ts';

const SEGMENT = /^(\d{6,})\.jsonl$/;
const HASH = /^[0-9a-f]{64}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PLAIN_ID = /^[0-9a-f-]{36}$/;

/** Where things lie in a desk's folder. */
export class Layout {
  readonly root: string;
  readonly format: string;
  readonly lock: string;
  readonly journal: string;
  readonly index: string;
  /** Made when something is first put there. */
  readonly derived: string;
  /** What was redacted, to be given to `restore` with an older backup. */
  readonly redactions: string;
  /** What stands ready to replace what a redaction destroys. */
  readonly redacting: string;
  readonly snapshot: string;
  readonly claims: string;
  readonly manifest: string;
  readonly blobs: string;
  /** Made when something is first put there. */
  readonly uploads: string;
  /** What is gathered to be written as one; nothing there outlives its process. */
  readonly gathering: string;

  constructor(root: string) {
    this.root = path.resolve(root);
    this.format = path.join(this.root, 'format.json');
    this.lock = path.join(this.root, 'lock');
    this.journal = path.join(this.root, 'journal');
    this.index = path.join(this.root, 'index');
    this.derived = path.join(this.index, 'found');
    this.redactions = path.join(this.root, 'redactions.json');
    this.redacting = path.join(this.root, 'redacting');
    this.snapshot = path.join(this.root, 'snapshot');
    this.claims = path.join(this.snapshot, 'claims');
    this.manifest = path.join(this.snapshot, 'manifest.json');
    this.blobs = path.join(this.root, 'blobs');
    this.uploads = path.join(this.root, 'uploads');
    this.gathering = path.join(this.root, 'gathering');
  }

  /** Every folder of a desk, outermost first. */
  get folders(): string[] {
    return [this.root, this.journal, this.index, this.snapshot, this.claims, this.blobs];
  }

  segment(number: number): string {
    return path.join(this.journal, `${padded(number)}.jsonl`);
  }

  segmentIndex(number: number): string {
    return path.join(this.index, `${padded(number)}.ids`);
  }

  /** Where bytes go that were cut off an incomplete last line. */
  cutBytes(number: number, offset: number): string {
    return path.join(this.journal, `${padded(number)}.cut-at-${offset}`);
  }

  /** @returns a blob's file, or undefined for a name that is no SHA-256. */
  blob(name: string): string | undefined {
    return HASH.test(name) ? path.join(this.blobs, name) : undefined;
  }

  /** @returns the file of bytes that came ahead, or undefined for a name that is no SHA-256. */
  upload(name: string): string | undefined {
    return HASH.test(name) ? path.join(this.uploads, name) : undefined;
  }

  /** @returns the file of what was noted of such bytes, or undefined for a name that is no UUID. */
  note(id: string): string | undefined {
    return UUID.test(id) ? path.join(this.uploads, `${id}.json`) : undefined;
  }

  /** A path as people read it: relative to the desk, with slashes. */
  shown(file: string): string {
    return path.relative(this.root, file).split(path.sep).join('/');
  }
}

/** @returns a segment's number from its file name, or undefined for another file. */
export function segmentNumber(name: string): number | undefined {
  const match = SEGMENT.exec(name);
  return match ? Number(match[1]) : undefined;
}

/** @returns the name of the snapshot file of a document's claims, below `snapshot/`. */
export function claimsFile(documentId: string): string {
  return `claims/${PLAIN_ID.test(documentId) ? documentId : sha256(documentId)}.json`;
}

const padded = (number: number): string => String(number).padStart(6, '0');
