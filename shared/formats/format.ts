import type { Language } from '../languages/languages.ts';
import type { LogEntry, Versioned } from '../model/change.ts';
import type { Derivation } from '../model/derivation.ts';
import type { Revision } from '../model/document.ts';
import type { Id, Sha256 } from '../model/ids.ts';
import type { AnyObject, Kind, Objects } from '../model/objects.ts';
import type { FileHead, ForeignPiece, LongFile, ReadOptions } from './foreign.ts';
import type { Losses } from './losses.ts';
import type { Scope } from './scope.ts';

/**
 * A way to write a desk down for others (`encode`, or `files` where each text has a file of its own), to read it back
 * as it was (`decode`), or to read what other programs wrote about texts (`read`). Each format has some of these.
 */
export interface Format {
  /** As it stands in addresses and on the command line: `variorum-json`. */
  readonly id: string;
  /** As the menu says it. */
  readonly label: string;
  /** Ending of a file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** The columns that may be chosen among, by their ids, where it is a table. */
  readonly columns?: readonly string[];
  /** Whether it holds nothing to speak of where it is not the whole desk that is written. */
  readonly ofWhole?: true;
  /** The languages that may be chosen among, where it is made of sentences. */
  readonly languages?: readonly Language[];
  /**
   * Writes a desk piece by piece, so that its size does not matter. Equal desks give equal text. What the format
   * cannot carry goes to `losses` while the pieces are made.
   */
  encode?(desk: DeskView, losses: Losses, options: WriteOptions): AsyncIterable<string>;
  /** Writes a desk as files of their own. One travels as it is, several in a ZIP archive. */
  files?(desk: DeskView, losses: Losses, options: WriteOptions): AsyncIterable<WrittenFile>;
  /**
   * Reads a desk that was written down.
   * @throws FormatError where the file is not what it should be
   */
  decode?(file: LongFile): Promise<ImportPlan>;
  /**
   * Reads annotations made elsewhere, one thing after the other, without placing them: of one file, or of several that
   * belong together. No more of a file is held than its form asks for. What cannot be read of one annotation becomes a
   * fault of that one.
   * @throws FormatError where the files as such are not of this format, whenever that comes to light
   */
  read?(files: readonly LongFile[], options: ReadOptions): AsyncIterable<ForeignPiece>;
  /** Whether a file looks like one that `read` can read; others may look like it too. */
  recognises?(file: FileHead): boolean;
}

/** Whether a desk can be written in a format. */
export const isWritable = ({ encode, files }: Format): boolean => encode !== undefined || files !== undefined;

/** Whether something can be taken in that is in a format. */
export const isReadable = ({ decode, read }: Format): boolean => decode !== undefined || read !== undefined;

/** What may be asked of an export beside its scope. */
export interface WriteOptions {
  /** The columns of a table, in their order, by their ids; all of them where none are given. */
  readonly columns?: readonly string[];
  /** The language of a format that is made of sentences; English where none is given. */
  readonly language?: Language;
}

/** One file of an export. */
export interface WrittenFile {
  /** Its name, with its ending. */
  readonly name: string;
  readonly pieces: AsyncIterable<string>;
}

/** How far a log goes: its newest entry. */
export type LogHead = Pick<LogEntry, 'seq' | 'hash'>;

/** The objects of an export by kind. */
export type ObjectsByKind = { readonly [K in Kind]: readonly Versioned<K>[] };

/** A desk, or a part of one, as a format sees it. What costs time to get is only got when asked for. */
export interface DeskView {
  /** The same for the same part of the same desk, and for no other. */
  readonly id: Id;
  readonly scope: Scope;
  /** The newest entry of the log that the view holds. */
  readonly head: LogHead;
  /** Removed objects too where the scope is the whole; otherwise only those that are cited. */
  readonly objects: ObjectsByKind;
  /** The decoded text of a revision. */
  text(revision: Revision): Promise<string>;
  /** What is known of a revision whose text was derived from a file of another kind; undefined of others. */
  derivation(revision: Revision): Promise<Derivation | undefined>;
  /** The bytes that the objects refer to, by hash in order; none where the scope is one of claims. */
  blobs(): AsyncIterable<readonly [Sha256, Uint8Array]>;
  /** The log up to the head, oldest first; none unless the scope is the whole. */
  log(): AsyncIterable<LogEntry>;
  /** When the latest change to an object was committed. */
  changedAt(id: Id): Promise<string | undefined>;
}

/** What a file holds, read and found sound in itself. */
export interface ImportPlan {
  readonly scope: Scope;
  readonly objects: { readonly [K in Kind]: readonly Objects[K][] };
  /** Objects that were removed where the file comes from. */
  readonly removed: readonly RemovedObject[];
  readonly blobs: ReadonlyMap<Sha256, Uint8Array>;
  /** The whole log and its newest entry, where the file holds it. */
  readonly log?: { readonly head: LogHead; readonly entries: readonly LogEntry[] };
}

/** The words for several objects of a kind: as lists of them are named, in files and in the paths of what is wrong. */
export const pluralOf = {
  document: 'documents',
  claim: 'claims',
  source: 'sources',
  entity: 'entities',
  conflict: 'conflicts',
  refusal: 'refusals',
  annotation: 'annotations',
} as const satisfies Record<Kind, string>;

export interface RemovedObject {
  readonly kind: Kind;
  readonly object: AnyObject;
  readonly removed: NonNullable<Versioned['removed']>;
}

/** A file that a format cannot take: where in it, what is wrong, and how to mend it. */
export class FormatError extends Error {
  /** As in `claims.3.anchor.ranges`; empty where it is the file as such. */
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.name = 'FormatError';
    this.path = path;
  }
}
