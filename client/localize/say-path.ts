import { msg } from '@lit/localize';
import { fieldNamed } from './say-type.ts';

/** What the members of objects are called, by their name. */
const MEMBERS: Readonly<Record<string, () => string>> = {
  '*': () => msg('all of it'),
  anchor: () => msg('the words'),
  anchorState: () => msg('the anchor'),
  decisions: () => msg('the decisions'),
  dissent: () => msg('the dissent'),
  entityId: () => msg('the entity'),
  evidence: () => msg('the evidence'),
  grounds: () => msg('the grounds'),
  language: () => msg('the language'),
  mediaType: () => msg('the kind of text'),
  notes: () => msg('the notes'),
  preferred: () => msg('the preferred form'),
  revisions: () => msg('the revisions'),
  settled: () => msg('the decision'),
  severity: () => msg('the severity'),
  sides: () => msg('the sides'),
  state: () => msg('whether it is open'),
  tags: () => msg('the tags'),
  title: () => msg('the title'),
  type: () => msg('the type'),
  value: () => msg('the value'),
  variants: () => msg('the variants'),
  verdict: () => msg('the verdict'),
  workflow: () => msg('the workflow'),
};

/** What the variables of a citation are called; those without words are said as CSL names them. */
const VARIABLES: Readonly<Record<string, () => string>> = {
  type: () => msg('Kind'),
  title: () => msg('Title'),
  author: () => msg('Authors'),
  'container-title': () => msg('Site, newspaper or book'),
  issued: () => msg('Published'),
  publisher: () => msg('Publisher'),
  language: () => msg('Language'),
  URL: () => msg('Address'),
  accessed: () => msg('Accessed'),
  custom: () => msg('Archived copy'),
};

/** A path as people call what stands there: `workflow`, `fields.role`, `csl.issued`, `tags/…`. */
export function sayPath(path: string): string {
  const [member = '', name] = path.split(/[./]/);
  if (name !== undefined && member === 'fields') return `“${fieldNamed(name)}”`;
  if (name !== undefined && member === 'csl') return `“${VARIABLES[name]?.() ?? name}”`;
  return MEMBERS[member]?.() ?? member;
}
