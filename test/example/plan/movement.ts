import { references } from './movement/references.ts';
import { beginnings, work } from './movement/text.ts';
import type { Shift } from './plan.ts';

export const movement: Shift = {
  by: 'Ines Duarte',
  document: 'movement',
  marks: [...beginnings, ...work, ...references],
  sweeps: [
    {
      claims: ['vpered', 'resistance'],
      workflow: 'Checked',
      verdict: 'Accurate',
      evidence: {
        source: 'kasparov',
        stance: 'Mentions',
        locator: 'reference 2',
        remark: 'One of three references after the merger.',
      },
    },
    {
      claims: [
        'Institute of Globalisation and Social Movements',
        'Federation of Socialist Youth from St. Petersburg',
        'Peter Alekseev Resistance Movement',
        'French New Anti-Capitalist Party',
      ],
      workflow: 'Checked',
      evidence: { source: 'shevchuk', stance: 'Mentions', locator: 'reference 3' },
    },
    {
      claims: [
        'city-moscow',
        'petersburg-long',
        'Kaluga',
        'Novosibirsk',
        'city-perm',
        'Saratov',
        'Yaroslavl',
      ],
      workflow: 'Checked',
      evidence: { source: 'noviy-region', stance: 'Mentions', locator: 'reference 1' },
    },
  ],
};
