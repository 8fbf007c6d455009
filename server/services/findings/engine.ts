import type { ConflictRule } from '../../../shared/conflict-rules/rule.ts';
import type { CheckedText } from '../../../shared/detectors/checked-text.ts';
import type { Suggestion } from '../../../shared/detectors/suggestion.ts';
import type { TrainingText } from '../../../shared/tagger/train.ts';

/** What was learned from what people accepted and refused; of every version there is one model only. */
export interface Learned {
  readonly version: string;
  readonly model: unknown;
}

/** What the threads work with. A module that exports these can be put in place of the usual one. */
export interface Engine {
  /** Proposes claims in a text, whatever claims there are and whatever was refused. */
  suggest(text: CheckedText, learned: Learned | undefined): Iterable<Suggestion>;
  readonly rules: readonly ConflictRule[];
  /** Makes a model, which is JSON, of what was accepted and refused; the same examples give the same model. */
  learn(texts: readonly TrainingText[]): unknown;
}

/** Where the usual engine lies. */
export const USUAL_ENGINE = new URL('./usual-engine.js', import.meta.url).href;

/** Where an engine lies that finds nothing by itself. */
export const QUIET_ENGINE = new URL('./quiet-engine.js', import.meta.url).href;

/** @param address of a module */
export const engineAt = async (address: string): Promise<Engine> => (await import(address)) as Engine;
