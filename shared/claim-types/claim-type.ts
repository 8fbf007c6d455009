import type { ReadingContext } from '../values/context.ts';
import type { Value, ValueKind } from '../values/value.ts';
import { checkFields, checkValue } from './check.ts';

/** Colour families of the claim marks; the line tells the types of one family apart. */
export type Hue = 'blue' | 'green' | 'amber' | 'sky' | 'rose' | 'grey' | 'ink';

/** One option of a field that offers a choice. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** One field beside a claim's value. */
export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  /** "date" fields hold what `readDate` reads, "count" fields what `readCount` reads, "url" ones an http address. */
  readonly kind: 'text' | 'date' | 'count' | 'choice' | 'url';
  readonly options?: readonly FieldOption[];
  readonly hint?: string;
}

/** What may be wrong with a claim, where, and how to mend it. A "doubt" is worth a look, a "fault" must be mended. */
export interface ClaimProblem {
  /** "value", "value.upper", "fields.date" … */
  readonly path: string;
  readonly weight: 'fault' | 'doubt';
  /** Stands for what `says` says, whatever the language: "no-value". */
  readonly rule: string;
  /** What the rule found, by name, for saying it in other languages. */
  readonly given?: Readonly<Record<string, string>>;
  readonly says: string;
  readonly mend: string;
}

/** A claim's fields as they are stored: text by the field's name. */
export type Fields = Readonly<Record<string, string>>;

/** A kind of claim: what its value is, which fields it has, how words become its value. */
export interface ClaimType {
  readonly id: string;
  readonly label: string;
  readonly plural: string;
  readonly hue: Hue;
  /** The more general type that this one is a kind of. */
  readonly parent?: string;
  /** The key that makes a claim of this type, for the nine commonest. */
  readonly digit?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
  readonly valueKind: ValueKind;
  readonly fields: readonly FieldSpec[];
  /** Reads the words under a claim. Words that cannot be read as this type's kind become a plain text value. */
  normalise(quote: string, context: ReadingContext): Value;
  /** Reads what the words say beside the value: a country from a flag, an affiliation from brackets. */
  fieldsFrom?(quote: string, context: ReadingContext): Fields;
  /** Says what is wrong or doubtful about a stored value and fields; nothing where all is well. */
  check(value: unknown, fields: Fields, context?: ReadingContext): readonly ClaimProblem[];
}

/** Completes a claim type with the checks that follow from its kind of value and its fields. */
export function claimTypeOf(type: Omit<ClaimType, 'check'>): ClaimType {
  return {
    ...type,
    check: (value, fields, context = {}) => [
      ...checkValue(type.valueKind, value),
      ...checkFields(type.fields, fields, context),
    ],
  };
}
