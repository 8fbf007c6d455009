import { msg } from '@lit/localize';
import type { FieldOption, FieldSpec } from '../../shared/claim-types/claim-type.ts';
import { claimType, claimTypes } from '../../shared/claim-types/registry.ts';

/** Words of the claim types and their fields in the interface's language, by what the types themselves say in English. */
const SAID: Readonly<Record<string, () => string>> = {
  Member: () => msg('Member'),
  List: () => msg('List'),
  Speaker: () => msg('Speaker'),
  Signatory: () => msg('Signatory'),
  Person: () => msg('Person'),
  Organization: () => msg('Organization'),
  Date: () => msg('Date'),
  Count: () => msg('Count'),
  Quotation: () => msg('Quotation'),
  Place: () => msg('Place'),
  Citation: () => msg('Citation'),
  Statement: () => msg('Statement'),
  Members: () => msg('Members'),
  Lists: () => msg('Lists'),
  Speakers: () => msg('Speakers'),
  Signatories: () => msg('Signatories'),
  People: () => msg('People'),
  Organizations: () => msg('Organizations'),
  Dates: () => msg('Dates'),
  Counts: () => msg('Counts'),
  Quotations: () => msg('Quotations'),
  Places: () => msg('Places'),
  Citations: () => msg('Citations'),
  Statements: () => msg('Statements'),
  Address: () => msg('Address'),
  'Archived copy': () => msg('Archived copy'),
  'What it should prove': () => msg('What it should prove'),
  'Of what': () => msg('Of what'),
  'Member organizations, countries, people …': () => msg('Member organizations, countries, people …'),
  Subject: () => msg('Subject'),
  'Whose members, where': () => msg('Whose members, where'),
  'As of': () => msg('As of'),
  Event: () => msg('Event'),
  'What happened then': () => msg('What happened then'),
  'Meant as': () => msg('Meant as'),
  Exact: () => msg('Exact'),
  Approximate: () => msg('Approximate'),
  'Not before': () => msg('Not before'),
  'Not after': () => msg('Not after'),
  'List of what': () => msg('List of what'),
  'Political parties, speakers, signatories …': () => msg('Political parties, speakers, signatories …'),
  'Whose list': () => msg('Whose list'),
  'Length the text states': () => msg('Length the text states'),
  'Which list it stands on': () => msg('Which list it stands on'),
  Country: () => msg('Country'),
  Affiliation: () => msg('Affiliation'),
  Role: () => msg('Role'),
  'What it does here': () => msg('What it does here'),
  'Headquarters, venue, birthplace …': () => msg('Headquarters, venue, birthplace …'),
  Language: () => msg('Language'),
  'The language it was said in': () => msg('The language it was said in'),
  'Original words': () => msg('Original words'),
  'Where the quotation is translated': () => msg('Where the quotation is translated'),
  Signed: () => msg('Signed', { id: 'field.signed' }),
  'What was signed': () => msg('What was signed'),
  'The language spoken in': () => msg('The language spoken in'),
  Mode: () => msg('Mode'),
  'In person': () => msg('In person'),
  'By video': () => msg('By video'),
  'By letter': () => msg('By letter'),
  About: () => msg('About', { id: 'field.about' }),
};

/** Words that have no translation, those of a type that was added, are said as they are. */
const said = (words: string): string => SAID[words]?.() ?? words;

/** @returns a claim type's name: "Person"; its id where it is not known here */
export function typeLabel(id: string): string {
  const type = claimType(id);
  return type ? said(type.label) : id;
}

/** @returns what several claims of a type are called: "People" */
export function typePlural(id: string): string {
  const type = claimType(id);
  return type ? said(type.plural) : id;
}

/** @returns a claim type's name inside a sentence: "person" */
export const typeWord = (id: string): string => typeLabel(id).toLocaleLowerCase();

export const fieldLabel = (field: FieldSpec): string => said(field.label);

/** @returns what helps to fill a field, or nothing */
export const fieldHint = (field: FieldSpec): string => (field.hint ? said(field.hint) : '');

export const optionLabel = (option: FieldOption): string => said(option.label);

/** @returns what a field is called by the first type that has it, as the log knows it by name alone; the name where none has */
export function fieldNamed(name: string): string {
  for (const { fields } of claimTypes) {
    const field = fields.find(field => field.name === name);
    if (field) return fieldLabel(field);
  }
  return name;
}
