import type { z } from 'zod';
import { Anchor, Quote, Range } from './anchor.ts';
import { Attachment } from './attachment.ts';
import { Before, Change, LogEntry } from './change.ts';
import { Claim, Imported, Note, Settled } from './claim.ts';
import { Conflict, Decision, Dissent, Ground, Side } from './conflict.ts';
import { Extraction, Retrieval } from './derivation.ts';
import { Document, Reading, Redacted, Revision } from './document.ts';
import { Entity } from './entity.ts';
import { FoundBasis } from './found-basis.ts';
import { Refusal } from './refusal.ts';
import { fit, outcome, type Step, severity, stance, verdict, workflow } from './scales.ts';
import { Evidence, Source } from './source.ts';

/** What an object of the model is, and what each of its fields holds, for readers of the JSON Schema and of the API. */
export interface Described {
  readonly name: string;
  readonly schema: z.ZodObject;
  readonly says: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** As much of a JSON Schema as words are put to. */
export interface SchemaInWords {
  description?: string;
  properties?: Record<string, SchemaInWords>;
}

/** Every field has to be told of: one that is added to a schema and not here does not compile. */
const told = <S extends z.ZodObject>(
  name: string,
  schema: S,
  says: string,
  fields: Readonly<Record<keyof S['shape'], string>>,
): Described => ({ name, schema, says, fields });

const steps = (all: readonly Step[]): string =>
  all.map(({ code, says }) => `\`${code}\`: ${says}`).join('; ');

/** The objects of the model, each with its fields in words. */
export const described: readonly Described[] = [
  told('Range', Range, 'A stretch of a text, half-open: the unit at `end` is no part of it.', {
    start: 'First UTF-16 code unit, counted from 0 in the decoded text of the revision.',
    end: 'The UTF-16 code unit after the last one.',
  }),
  told('Quote', Quote, 'The words that pin an anchor.', {
    exact: 'The text of the ranges; of several ranges, one after the other.',
    prefix: 'Up to 32 UTF-16 code units that stand before.',
    suffix: 'Up to 32 UTF-16 code units that stand after.',
  }),
  told('Anchor', Anchor, 'Where words stand.', {
    documentId: 'The document.',
    revision: 'The revision of it in whose text the ranges count.',
    ranges: 'One range, or several for a claim whose words are apart; in text order, without overlap.',
    quote: 'The words themselves, with what stands around them.',
  }),
  told('Attachment', Attachment, 'A file that goes with evidence.', {
    id: 'Its id within the evidence.',
    sha256: 'SHA-256 of its bytes, by which they are fetched.',
    name: 'The name it is saved under.',
    mediaType: 'What its bytes were seen to be.',
    size: 'How many bytes it has.',
    addedBy: 'Who attached it.',
    addedAt: 'When.',
  }),
  told('Reading', Reading, 'What made text of the bytes.', {
    decoder: 'The decoder; `none` for a file that is no text at all.',
    version: 'The version of the decoder.',
    encoding:
      'The encoding, by its label in the WHATWG Encoding Standard; `none` for a file that is no text.',
    bom: 'Whether a byte order mark stood before the text; it is no part of the text.',
    extraction: 'How text was taken out of a file of another kind than plain text.',
  }),
  told(
    'Extraction',
    Extraction,
    'How text was derived from a file; the same bytes give the same text again.',
    {
      extractor: 'The extractor, by its id: `html`, `docx`, `pdf`, …',
      version: 'Its version: another version may give another text.',
      mediaType: "The file's own media type.",
      options: 'What was chosen of what the extractor offers.',
      derivationSha256:
        'SHA-256 of the derivation, which says where in the file each stretch of the text stands.',
    },
  ),
  told('Retrieval', Retrieval, 'How a file came that was fetched by its address.', {
    requested: 'The address that was asked for.',
    url: 'The address that answered, after redirects.',
    at: 'When it answered.',
    status: 'The HTTP status of the answer.',
    headers: 'Headers of the answer that tell of the file, their names in lower case.',
    sha256: 'SHA-256 of the bytes as they came.',
  }),
  told('Redacted', Redacted, 'What was taken away of a revision for good.', {
    change: 'The change that says so in the log.',
    ranges: 'What is blocked out; empty where only the file went from which the text had been extracted.',
    was: 'SHA-256 of the bytes and of the text as they were before.',
  }),
  told('Revision', Revision, 'Bytes, and the reading that made them text.', {
    id: 'Its id, which anchors name.',
    sha256: 'SHA-256 of the bytes.',
    bytes: 'How many bytes there are.',
    reading: 'What made text of them.',
    textSha256: 'SHA-256 of the text, as UTF-8.',
    length: 'How long the text is, in UTF-16 code units.',
    addedAt: 'When it was added.',
    addedBy: 'Who added it.',
    label: 'What it was called by who added it.',
    redacted: 'What was taken away of it for good, and blocked out.',
    retrieved: 'How the file came, where it was fetched by its address.',
  }),
  told('Document', Document, 'A text under check, kept byte for byte.', {
    id: 'Its id.',
    title: 'What it is called.',
    language: 'The language of the text, as a BCP 47 tag.',
    mediaType: 'The kind of the text.',
    origin: 'Where it came from, as given: a file name, an address, "pasted".',
    revisions: 'Its revisions, oldest first; the last one is the current one.',
  }),
  told('Note', Note, 'A remark on a claim.', {
    id: 'Its id.',
    text: 'What it says.',
    by: 'Who wrote it.',
    at: 'When.',
    replyTo: 'The note that it answers.',
  }),
  told('Settled', Settled, 'What a decision on a conflict laid on a claim.', {
    id: 'The decision.',
    conflictId: 'The conflict that it settled.',
    preferred: 'The form that the claim should have.',
  }),
  told('Imported', Imported, 'Where a claim came from that was an annotation of another program.', {
    format: 'The format of the file, by its id.',
    id: 'What the annotation was called there.',
    original: 'The annotation as the file had it, with its own numbers.',
    repaired: 'What had to be mended for it to stand on its words; empty where nothing had to be.',
  }),
  told('Claim', Claim, 'Something that a text asserts, at an anchor.', {
    id: 'Its id.',
    type: 'Its claim type: `member`, `date`, `count`, `quotation`, …',
    anchor: 'Where its words stand.',
    value: 'Its normalised value, which comparison uses; `kind` says of what sort it is.',
    fields: 'Further fields of its claim type, as they were filled in.',
    entityId: 'The person, organization or place that it names.',
    workflow: `How far the work on it has come. ${steps(workflow.steps)}.`,
    verdict: `What checking found. ${steps(verdict.steps)}.`,
    tags: 'Free words by which claims are found again.',
    evidence: 'What bears it out or speaks against it.',
    notes: 'Remarks, oldest first.',
    settled: 'What decisions on conflicts laid on it.',
    anchorState: 'Whether it still stands on the words it was made on, since the text was revised.',
    imported: 'Where it came from, where it was an annotation of another program.',
    createdBy: 'Who made it.',
    createdAt: 'When it was made.',
  }),
  told('Source', Source, 'Something that can be cited.', {
    id: 'Its id.',
    csl: 'Its bibliographic data, as CSL-JSON; archive link and date stand in `custom`.',
    documentId: 'The document here that it is, where it is one.',
  }),
  told('Evidence', Evidence, 'The tie from a claim to a source, or to a passage of a document here.', {
    id: 'Its id.',
    sourceId: 'The source. There is a source, a passage, or both.',
    passage: 'The passage of a document here, whose words are locked to its text.',
    asQuoted: 'The passage is meant as it stood in its revision, whatever the document has become since.',
    stance: `What it says about the claim. ${steps(stance.steps)}.`,
    fit: `Whether the source, where it is cited, can carry the claim. ${steps(fit.steps)}.`,
    quote: 'The exact words of the source.',
    locator: 'Where in the source they stand: a page, a section, a time.',
    accessed: 'The day on which the source was looked at.',
    archived: 'An archived copy: its address, and when it was made.',
    note: 'A remark.',
    attachments: 'Files that go with it: a screenshot, a scan.',
    by: 'Who attached it.',
    at: 'When.',
  }),
  told('Entity', Entity, 'The person, organization or place that several claims name.', {
    id: 'Its id.',
    kind: 'What it is.',
    preferred: 'The form of its name that is preferred.',
    variants: 'Other forms that are accepted, each with its language where that is known.',
    distinctFrom: 'Entities that somebody has declared to be different from this one.',
  }),
  told('Side', Side, 'One side of a conflict; the evidence of its claims is its evidence.', {
    id: 'Its id within the conflict.',
    value: 'The value that it holds.',
    claimIds: 'The claims that hold this value.',
  }),
  told('Ground', Ground, 'A reason for or against there being a conflict.', {
    id: 'Its id within the conflict.',
    rule: 'The rule that gave it; `by-hand` where a person did.',
    says: 'The reason, in English.',
    given: 'What the rule found, by name, so that the reason can be said in other languages.',
    for: 'Whether it speaks for a conflict; else against.',
    score: 'How much it weighs, from 0 to 1.',
  }),
  told('FoundBasis', FoundBasis, 'What something rested on when it was made, to tell later what changed.', {
    sides: 'The values held against each other, the words that said so, and the evidence on them.',
    digest: 'SHA-256 over all of it, also of what the lists leave out.',
  }),
  told('Decision', Decision, 'How a conflict was settled.', {
    id: 'Its id.',
    outcome: `What was decided. ${steps(outcome.steps)}.`,
    sideId: 'The side that is right.',
    preferred: 'The form to use.',
    reason: 'Why.',
    by: 'Who decided.',
    at: 'When.',
    basis: 'SHA-256 of what was decided upon: the sides and their evidence.',
    reopened: 'By whom, when and why the conflict was taken up again.',
  }),
  told('Dissent', Dissent, 'Disagreement with a decision, kept beside it.', {
    id: 'Its id.',
    decisionId: 'The decision.',
    text: 'What is said against it.',
    by: 'Who disagrees.',
    at: 'Since when.',
  }),
  told(
    'Conflict',
    Conflict,
    'A disagreement between sides; one side alone where one passage is wrong by itself.',
    {
      id: 'Its id.',
      kind: 'What disagrees: `name`, `date`, `count`, …; `by-hand` where the person gave no kind.',
      key: 'The same whenever a rule finds it again, so that a decision is remembered.',
      title: 'What it is about, in a line.',
      sides: 'The values that disagree.',
      found: 'What the rule had found when the conflict was made of it; absent where a person raised it.',
      grounds: 'The reasons for and against.',
      severity: `How much it matters. ${steps(severity.steps)}.`,
      state: 'Whether a decision is in force.',
      decisions: 'Decisions, oldest first; those that were reopened too.',
      dissent: 'Disagreement with them.',
      raisedBy: 'Who raised it.',
      raisedAt: 'When.',
    },
  ),
  told('Refusal', Refusal, "Somebody's word that a suggestion is no claim, or a finding no conflict.", {
    id: 'Its id.',
    of: 'What was refused.',
    key: 'The key of the suggestion or finding.',
    documentId: 'The document that it is about, where it is about one alone.',
    type: 'What it would have been a claim of; of a finding, the rule that found it.',
    quote: 'The words that were suggested, or what the finding said.',
    reason: 'Why it was refused.',
    basis: 'What it rested on: it holds as long as that is the same.',
    by: 'Who refused it.',
    at: 'When.',
  }),
  told('Change', Change, 'The one way anything moves.', {
    id: 'Its id, a UUIDv7 made by its author, so that one that is sent again is recognised.',
    group: 'Changes of one gesture share a group: one undo, committed together or not at all.',
    kind: 'What kind of object it changes.',
    objectId: 'The object.',
    operation: 'What it does to it.',
    base: 'For each path it touches, the change that had touched it last when its author acted. A path that is missing here merges with anything.',
    at: "The time on the author's own clock.",
    by: 'Who made it.',
    why: 'The reason, where one is due.',
  }),
  told('Before', Before, 'What a change overwrote: enough to take it back.', {
    values: 'The values that its paths had.',
    item: 'The list item that it edited or took out.',
    at: 'The place of that item in its list, counted from 0.',
  }),
  told('LogEntry', LogEntry, 'What was committed at once: a line of the log.', {
    seq: 'Its number, counted from 1.',
    at: "The time on the server's clock.",
    by: 'Who made the changes.',
    changes: 'The changes.',
    before: 'What each of them overwrote.',
    prevHash: 'The hash of the line before; 64 zeros for the first.',
    redactedBy:
      'The change that destroyed words of this line; `hash` is still that of the line as first written.',
    run: 'Which of how many lines it is, where a group is too much for one.',
    hash: 'SHA-256 over the canonical JSON (RFC 8785) of the entry without this member.',
  }),
];

/** Puts the words to JSON Schemas of the model, which it alters; `schemaOf` gives the one of a name where there is one. */
export function putWords(schemaOf: (name: string) => SchemaInWords | undefined): void {
  for (const { name, says, fields } of described) {
    const schema = schemaOf(name);
    if (!schema) continue;
    schema.description = says;
    for (const [field, words] of Object.entries(fields)) {
      const member = schema.properties?.[field];
      if (member) member.description = words;
    }
  }
}
