import type { CslItem } from '../citations/csl.ts';
import type { Attachment } from '../model/attachment.ts';
import type { AnchorState, ClaimValue, Settled } from '../model/claim.ts';
import type { Conflict } from '../model/conflict.ts';
import type { Entity } from '../model/entity.ts';
import type { Fit, Stance, Verdict, Workflow } from '../model/scales.ts';
import type { Sought, Unit } from './placing/sought.ts';

/** How a file of another program begins: its name without folders, and as much of its text as tells its form. */
export interface FileHead {
  readonly name: string;
  /** A byte order mark stands where there is one. */
  readonly text: string;
}

/** A file of another program, whose text is read piece by piece, from its beginning each time that it is asked for. */
export interface LongFile {
  /** Without folders. */
  readonly name: string;
  /** A byte order mark stands where there is one. @throws FormatError where it is not UTF-8 */
  text(): AsyncIterable<string>;
  /** The same in one piece, of a file that is a text which was annotated. */
  whole(): Promise<string>;
}

/** What the person knows about files that do not say it themselves. */
export interface ReadOptions {
  /** In which unit offsets are counted. */
  readonly unit?: Unit;
}

/** A text that a file of annotations carries with it. */
export interface ForeignText {
  readonly title: string;
  /** Without byte order mark. */
  readonly text: string;
  /** Whether a byte order mark stood before it; offsets then count it. */
  readonly bom?: boolean;
  readonly language?: string;
  /** Whether white space may be other than it was, character by character: then a text here that differs in nothing else is the same. */
  readonly looseSpace?: boolean;
}

/** What an annotation is about: a text that came with it, or one that has to be found here by what is said of it. */
export type ForeignTarget = { readonly text: string; readonly sought: Sought } | PlaceInText;

/** Words in a text that has to be found here. */
export interface PlaceInText {
  readonly about: About;
  readonly sought: Sought;
}

/** How a file names a text that it does not carry; nothing of it need be there. */
export interface About {
  /** Addresses, URNs or ids of the text or of one of its revisions. */
  readonly sources?: readonly string[];
  readonly title?: string;
}

/** A remark, as another program has it. */
export interface ForeignNote {
  readonly text: string;
  /** What it is called there, so that others can reply to it. */
  readonly id?: string;
  readonly replyTo?: string;
  readonly by?: string;
  /** Any ISO 8601 time. */
  readonly at?: string;
}

/** Something that is cited for an annotation: a source, a passage of a text here, or both. */
export interface ForeignEvidence {
  readonly csl?: CslItem;
  /** Its id and what its source is here, where the file comes from a desk. */
  readonly id?: string;
  readonly source?: { readonly id: string; readonly documentId?: string | undefined };
  readonly passage?: PlaceInText;
  readonly asQuoted?: true;
  readonly archived?: { readonly url: string; readonly at?: string | undefined };
  /** Files, whose bytes do not come along. */
  readonly attachments?: readonly Attachment[];
  readonly by?: string;
  readonly at?: string;
  readonly stance: Stance;
  readonly fit?: Fit;
  readonly quote?: string;
  readonly locator?: string;
  /** The day on which it was looked at: `2026-04-28`. */
  readonly accessed?: string;
  readonly note?: string;
}

/** One annotation, read and not yet placed. What a file does not say is not there. */
export interface ForeignAnnotation {
  /** As the file calls it: an id, or the line it stands on. */
  readonly id: string;
  /** Its class in the words of the file: "Protein", "PER". */
  readonly label?: string;
  readonly target: ForeignTarget;
  /** The type of claim, where the file has one of ours. */
  readonly type?: string;
  readonly value?: ClaimValue;
  readonly fields?: Readonly<Record<string, string>>;
  readonly workflow?: Workflow;
  readonly verdict?: Verdict;
  readonly tags?: readonly string[];
  readonly notes?: readonly ForeignNote[];
  readonly evidence?: readonly ForeignEvidence[];
  /** The id of the entity that it names, which comes along or is here. */
  readonly entityId?: string;
  readonly anchorState?: AnchorState;
  /** What decisions on conflicts laid on it; the conflicts come along. */
  readonly settled?: readonly Settled[];
  readonly by?: string;
  readonly at?: string;
  /** The annotation as it stands in the file, with its own numbers. */
  readonly original: string;
}

/** Something in a file that is no annotation of words, or cannot be read as one. */
export interface ForeignFault {
  readonly id: string;
  readonly says: string;
}

/** One thing that stands in a file of another program; a text, an entity, a claim come before what is about them. */
export type ForeignPiece =
  | { readonly is: 'text'; readonly key: string; readonly text: ForeignText }
  | { readonly is: 'entity'; readonly entity: Entity }
  | { readonly is: 'conflict'; readonly conflict: Conflict }
  | { readonly is: 'annotation'; readonly annotation: ForeignAnnotation }
  | { readonly is: 'fault'; readonly fault: ForeignFault }
  | { readonly is: 'note'; readonly says: string };
