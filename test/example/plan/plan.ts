/** Those who work on the example: two fact-checkers, and the editor they answer to. */
export type Person = 'Marta Kovač' | 'Ines Duarte' | 'Agnès Laurent';

/** The seed texts, by the names that the plan calls them. */
export const documents = {
  sovintern: {
    id: 'f47f0a52-3c1e-4a0d-9a57-0c6d1b1f5e01',
    title: 'International Socialist Network Sovintern',
  },
  babakov: { id: 'a1c0b6de-58b7-4c43-8b3e-6f2f7d0c9e02', title: 'Babakov on the launch of SOVINTERN' },
  movement: { id: '5d9e7c84-90a2-4f6b-b1d8-3e4a5c7b8d03', title: 'Russian Socialist Movement' },
  party: {
    id: 'c83b2f16-7d45-4e98-a2c7-918d6f5e4b04',
    title: 'International activities of A JUST RUSSIA Party',
  },
  resolution: {
    id: '2e6a9d30-b4f1-4d7c-8e05-7a1b2c3d4e05',
    title: 'Resolution of the anti-war round table of the Left forces',
  },
} as const;
export type DocumentName = keyof typeof documents;

/** Words of a text. */
export interface Words {
  readonly words: string;
  /** Where the passage is long: how it ends, the words being how it begins. */
  readonly to?: string;
  /** A longer passage that holds the words, where they stand at several places. */
  readonly within?: string;
}

export type Stance = 'Supports' | 'Partly supports' | 'Contradicts' | 'Mentions';
export type Fit =
  | 'States it'
  | 'States something weaker'
  | 'Silent'
  | 'Contradicts'
  | 'Predates the event'
  | 'Unreachable';

/** What is said of a piece of evidence, wherever it is from. */
interface Assessment {
  readonly stance: Stance;
  readonly fit?: Fit;
  readonly remark?: string;
  readonly locator?: string;
}

/** A source that stands in the plan, tied to a claim. */
export interface SourceEvidence extends Assessment {
  readonly source: string;
  readonly quote?: string;
  readonly accessed?: string;
}

/** A passage of one of the texts, tied to a claim. */
export interface PassageEvidence extends Assessment {
  readonly passage: Words & { readonly document: DocumentName };
}

export type PlannedEvidence = SourceEvidence | PassageEvidence;

export const workflows = ['Open', 'Checking', 'Checked', 'In review', 'Signed off', 'Returned'] as const;
export const verdicts = [
  'Accurate',
  'Needs context',
  'Imprecise',
  'Outdated',
  'Contradicted',
  'Disputed',
  'Unsupported by its source',
  'Unverifiable',
  'Not a factual claim',
] as const;

/** What a person sets on a claim once it is marked. */
export interface Judgement {
  readonly workflow?: (typeof workflows)[number];
  readonly verdict?: (typeof verdicts)[number];
  readonly tags?: readonly string[];
  readonly note?: string;
}

export type ClaimTypeName =
  | 'Member'
  | 'List'
  | 'Speaker'
  | 'Signatory'
  | 'Person'
  | 'Organization'
  | 'Date'
  | 'Count'
  | 'Quotation'
  | 'Place'
  | 'Citation'
  | 'Statement';

/** A claim to mark. `key` is how the plan speaks of it; `fields` are filled in by their labels in the inspector. */
export interface PlannedClaim extends Words, Judgement {
  readonly key: string;
  readonly type: ClaimTypeName;
  readonly fields?: Readonly<Record<string, string>>;
  /** Further words that belong to the same claim. */
  readonly also?: readonly Words[];
  readonly evidence?: readonly PlannedEvidence[];
}

/** One entry of a list. Its key is its words, unless it has one of its own. */
export interface Entry extends Judgement {
  readonly words: string;
  /** A longer passage that holds them, where the same letters stand before them in the list. */
  readonly within?: string;
  readonly key?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A list and its entries, which stand in this order in its words, and have some fields in common. */
export interface PlannedList {
  readonly list: PlannedClaim;
  readonly entries: {
    readonly type: ClaimTypeName;
    /** Whether they are marked one by one, since the words do not read as a list. */
    readonly oneByOne?: true;
    readonly fields?: Readonly<Record<string, string>>;
    readonly all: readonly Entry[];
  };
}

/** Claims of one type on all places of a text that have the same letters. The nth has the key with its number, `forum-use 3`. */
export interface PlannedPlaces extends Judgement {
  readonly everywhere: string;
  readonly key: string;
  readonly type: ClaimTypeName;
}

/** What is said at one go of several claims. */
export interface Sweep extends Judgement {
  readonly claims: readonly string[];
  readonly evidence?: PlannedEvidence;
}

/** The work of one person on one text. */
export interface Shift {
  readonly by: Person;
  readonly document: DocumentName;
  readonly marks: readonly (PlannedClaim | PlannedList | PlannedPlaces)[];
  readonly sweeps: readonly Sweep[];
}

/** What a second person does at a claim that is there. `reply` answers its first note. */
export interface Review extends Judgement {
  readonly by: Person;
  readonly claim: string;
  readonly reply?: string;
}

export const outcomes = [
  'One side is right',
  'Both are right',
  'Same entity, prefer a form',
  'Neither',
  'Not a conflict',
  'Cannot be settled',
] as const;

/** How a conflict is settled. With `adopts`, the first ground against it becomes the beginning of the reason. */
export interface PlannedDecision {
  readonly by: Person;
  readonly outcome: (typeof outcomes)[number];
  /** The words of the side that is right. */
  readonly side?: string;
  readonly preferred?: string;
  readonly adopts?: true;
  readonly reason: string;
  readonly dissent?: { readonly by: Person; readonly text: string };
  readonly reopened?: { readonly by: Person; readonly reason: string };
}

/** A conflict to raise between claims of the plan. */
export interface PlannedConflict {
  readonly by: Person;
  readonly claims: readonly [string, string, ...string[]];
  readonly severity: 'High' | 'Medium' | 'Low';
  readonly kind: 'Name' | 'Date' | 'Count' | 'Something else';
  readonly reason?: string;
  /** One after the other, all but the last reopened. */
  readonly decisions?: readonly PlannedDecision[];
}

/** A source, as it is filled in by the labels of the form. */
export interface PlannedSource {
  readonly key: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly kind: string;
}

/** @returns a source to add */
export const source = (
  key: string,
  kind: string,
  title: string,
  fields: Readonly<Record<string, string>>,
): PlannedSource => ({ key, kind, title, fields });
