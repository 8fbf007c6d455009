import type { Fit, Outcome, Severity, Stance, Verdict, Workflow } from '../../model/scales.ts';

/** How a part of two values differs; what the braces name is put in, and of forms between `¦` the fitting one is taken. */
export interface GroundWords {
  readonly equal: string;
  readonly only?: string;
  readonly letters?: string;
  readonly differ: string;
}

/** What the model names by codes, in one language: the same words as the interface has. */
export interface Words {
  readonly workflow: Readonly<Record<Workflow, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly fit: Readonly<Record<Fit, string>>;
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  /** Kinds of conflicts. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Claim types and their fields, by what they say in English. */
  readonly types: Readonly<Record<string, string>>;
  /** Grounds of a conflict, by what they compare. */
  readonly grounds: Readonly<Record<string, GroundWords>>;
  /** Where in the original something stands. */
  readonly places: Readonly<
    Record<'page' | 'pages' | 'row' | 'rows' | 'column' | 'paragraph' | 'paragraphs' | 'heading', string>
  >;
}
