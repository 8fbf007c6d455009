import { counts } from './conflicts/counts.ts';
import { dates } from './conflicts/dates.ts';
import { names } from './conflicts/names.ts';
import { offices } from './conflicts/offices.ts';
import type { PlannedConflict } from './plan.ts';

/** What disagrees: some of it settled, the rest left for whoever opens the example. */
export const conflicts: readonly PlannedConflict[] = [...names, ...dates, ...counts, ...offices];
