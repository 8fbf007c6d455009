import type { Shift } from './plan.ts';
import { beginnings, names } from './sovintern/beginnings.ts';
import { infobox, people } from './sovintern/leaders.ts';
import { organizations } from './sovintern/organizations.ts';
import { parties } from './sovintern/parties.ts';
import { references } from './sovintern/references.ts';
import { quotations, speakers } from './sovintern/speakers.ts';
import { sweeps } from './sovintern/sweeps.ts';

export const sovintern: Shift = {
  by: 'Marta Kovač',
  document: 'sovintern',
  marks: [
    ...infobox,
    ...beginnings,
    ...names,
    ...speakers,
    ...quotations,
    ...parties,
    ...organizations,
    ...people,
    ...references,
  ],
  sweeps,
};
