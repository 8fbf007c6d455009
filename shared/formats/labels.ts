import { claimTypes } from '../claim-types/registry.ts';

/** What other programs commonly call the words that are claims of a type here. */
const NAMES: Readonly<Record<string, string>> = {
  per: 'person',
  persname: 'person',
  people: 'person',
  org: 'organization',
  orgname: 'organization',
  organisation: 'organization',
  loc: 'place',
  gpe: 'place',
  location: 'place',
  placename: 'place',
  country: 'place',
  city: 'place',
  time: 'date',
  cardinal: 'count',
  quantity: 'count',
  number: 'count',
  quote: 'quotation',
  claim: 'statement',
};

const types = new Set(claimTypes.map(({ id }) => id));

/** @returns the type of claim that a label stands for, or undefined where there is none. */
export function typeOfLabel(label: string): string | undefined {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^.*[.:/#]/, '');
  if (types.has(name)) return name;
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
}
