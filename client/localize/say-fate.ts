import { msg } from '@lit/localize';
import type { AnchorState } from '../../shared/model/claim.ts';
import type { FateReason } from '../../shared/revising/fate.ts';

const LABELS: Readonly<Record<AnchorState, () => string>> = {
  intact: () => msg('Intact'),
  shifted: () => msg('Shifted'),
  relocated: () => msg('Relocated'),
  'context-changed': () => msg('Context changed'),
  edited: () => msg('Words edited'),
  deleted: () => msg('Deleted'),
  ambiguous: () => msg('Ambiguous'),
};

const MEANINGS: Readonly<Record<AnchorState, () => string>> = {
  intact: () => msg('same words, same neighbours, same place'),
  shifted: () => msg('same words, same neighbours, further on or back'),
  relocated: () => msg('same words, elsewhere in the text'),
  'context-changed': () => msg('same words, other words beside them'),
  edited: () => msg('the words themselves were changed'),
  deleted: () => msg('the words are gone'),
  ambiguous: () => msg('several places could be meant'),
};

const REASONS: Readonly<Record<FateReason, () => string>> = {
  untouched: () => msg('Neither the words nor what stands around them changed.'),
  'before-changed': () => msg('The words are unchanged; what stands before them is not.'),
  'after-changed': () => msg('The words are unchanged; what stands after them is not.'),
  moved: () => msg('The words went from their place and stand once in what came.'),
  'several-places': () => msg('The words stand at several places that could be meant.'),
  'words-changed': () => msg('Some of the words were replaced, taken out, or others put between them.'),
  'form-changed': () => msg('Only spaces, quotation marks, dashes, case or the form of letters differ.'),
  'words-gone': () => msg('The words and everything around them are gone.'),
};

/** Fates that a person is asked about, those that need most thought last. */
export const OPEN_FATES = ['relocated', 'context-changed', 'edited', 'ambiguous', 'deleted'] as const;
export type OpenFate = (typeof OPEN_FATES)[number];

/** @returns what became of an anchor in a newer text, in a word or two */
export const fateLabel = (state: AnchorState): string => LABELS[state]();

/** @returns what a fate means */
export const fateMeaning = (state: AnchorState): string => MEANINGS[state]();

/** @returns why an anchor has its fate, in a sentence; nothing for a reason that is not known here */
export const sayFateReason = (reason: string): string => REASONS[reason as FateReason]?.() ?? '';
