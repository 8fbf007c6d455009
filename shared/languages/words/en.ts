import { fit, outcome, type Step, severity, stance, verdict, workflow } from '../../model/scales.ts';
import type { Words } from './words.ts';

const labels = <C extends string>(steps: readonly Step<C>[]) =>
  Object.fromEntries(steps.map(({ code, label }) => [code, label])) as Record<C, string>;

/** The words of the model in English; claim types say their own. */
export const en: Words = {
  workflow: labels(workflow.steps),
  verdict: labels(verdict.steps),
  stance: labels(stance.steps),
  fit: labels(fit.steps),
  outcome: labels(outcome.steps),
  severity: labels(severity.steps),
  kinds: {
    name: 'name',
    date: 'date',
    count: 'count',
    'by-hand': 'by hand',
    'name-variant': 'name in two forms',
    'duplicated-entry': 'entry twice',
    'date-mismatch': 'dates disagree',
    'date-incomplete': 'date incomplete',
    'source-predates-event': 'source older than the event',
    'self-contradiction': 'contradicts itself',
    'count-mismatch': 'counts disagree',
    'list-membership': 'lists disagree',
    'affiliation-mismatch': 'affiliations disagree',
    'role-mismatch': 'roles disagree',
    'classification-mismatch': 'under the wrong heading',
    'implausible-value': 'implausible value',
    'citation-defect': 'defect of a citation',
    'duplicate-citation': 'source cited twice',
    'source-support': 'weak support',
    'editing-defect': 'slip in editing',
    'translation-defect': 'slip in translation',
    attribution: 'attribution',
    'framing-mismatch': 'link with another meaning',
    'incomplete-identification': 'person not identified',
  },
  types: {},
  grounds: {
    given: {
      equal: 'Given names are equal',
      only: 'Given names: only one side has “{only}”',
      letters: 'Given names differ in {count} {letter¦letters}: {a}, {b}',
      differ: 'Given names differ: {a}, {b}',
    },
    family: {
      equal: 'Family names are equal',
      only: 'Family names: only one side has “{only}”',
      letters: 'Family names differ in {count} {letter¦letters}: {a}, {b}',
      differ: 'Family names differ: {a}, {b}',
    },
    patronymic: {
      equal: 'Patronymics are equal',
      only: 'Patronymics: only one side has “{only}”',
      letters: 'Patronymics differ in {count} {letter¦letters}: {a}, {b}',
      differ: 'Patronymics differ: {a}, {b}',
    },
    title: {
      equal: 'Titles before the name are equal',
      only: 'Titles before the name: only one side has “{only}”',
      letters: 'Titles before the name differ in {count} {letter¦letters}: {a}, {b}',
      differ: 'Titles before the name differ: {a}, {b}',
    },
    full: {
      equal: 'Names are equal',
      only: 'Names: only one side has “{only}”',
      letters: 'Names differ in {count} {letter¦letters}: {a}, {b}',
      differ: 'Names differ: {a}, {b}',
    },
    date: {
      differ: 'The dates read as {a} and {b}',
      equal: 'Both read as {same}',
    },
    count: {
      differ: 'The numbers are {a} and {b}',
      equal: 'The numbers are the same',
    },
  },
  places: {
    page: 'p. {first}',
    pages: 'pp. {first}–{last}',
    row: 'row {first}',
    rows: 'rows {first}–{last}',
    column: 'column {column}',
    paragraph: 'paragraph {first}',
    paragraphs: 'paragraphs {first}–{last}',
    heading: 'under “{heading}”',
  },
};
