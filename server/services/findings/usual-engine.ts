import { conflictRules } from '../../../shared/conflict-rules/registry.ts';
import { suggest as suggestIn } from '../../../shared/detectors/suggest.ts';
import type { Engine } from './engine.ts';

export const rules: Engine['rules'] = conflictRules;

export const suggest: Engine['suggest'] = text => suggestIn(text);
