import { conflictRules } from '../../../shared/conflict-rules/registry.ts';
import { suggest as suggestIn } from '../../../shared/detectors/suggest.ts';
import { FEATURES } from '../../../shared/tagger/features.ts';
import { learnedDetector } from '../../../shared/tagger/learned.ts';
import type { Tagger } from '../../../shared/tagger/tagger.ts';
import { train } from '../../../shared/tagger/train.ts';
import type { Engine } from './engine.ts';

export const rules: Engine['rules'] = conflictRules;

export const suggest: Engine['suggest'] = (text, learned) => {
  const tagger = learned?.model as Tagger | undefined;
  // What was learned by looking at other features says nothing of these.
  return suggestIn(text, tagger?.features === FEATURES ? { learned: learnedDetector(tagger) } : {});
};

export const learn: Engine['learn'] = train;
