import type { ReadingContext } from '../values/context.ts';
import { present } from '../values/present.ts';
import type { CslItem, CslName } from './csl.ts';
import { cslDateFrom, edtfOfCsl } from './csl-date.ts';
import { cslName } from './csl-name.ts';
import { safeUrl } from './safe-url.ts';

/** What a person types to describe a source; every field may be empty. */
export interface CitationForm {
  /** CSL type; "webpage" where there is an address and none is given, else "document". */
  readonly type?: string;
  readonly title?: string;
  /** One author or several apart by ";". */
  readonly author?: string;
  readonly date?: string;
  readonly url?: string;
  /** Website, newspaper, journal or book that holds it. */
  readonly website?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly accessed?: string;
  readonly archiveUrl?: string;
  readonly archiveDate?: string;
}

/** What is wrong with one field of a form, and how to mend it. */
export interface FormProblem {
  readonly path: keyof CitationForm;
  /** Stands for what `says` says, whatever the language: "not-a-date". */
  readonly rule: string;
  /** What stands there. */
  readonly given: { readonly text: string };
  readonly says: string;
  readonly mend: string;
}

type FormReading = { readonly csl: CslItem } | { readonly problems: readonly FormProblem[] };

/** Makes a CSL-JSON item of what a person typed, or says what is wrong. */
export function cslFromForm(form: CitationForm, context: ReadingContext): FormReading {
  const problems: FormProblem[] = [];
  const filled = (key: keyof CitationForm) => form[key]?.trim() || undefined;
  const address = (key: 'url' | 'archiveUrl') => {
    const text = filled(key);
    const safe = text === undefined ? undefined : safeUrl(text);
    if (text !== undefined && safe && 'refused' in safe) {
      problems.push({
        path: key,
        rule: safe.rule,
        given: { text },
        says: safe.refused,
        mend: 'Give the whole address: https://example.org/page.',
      });
    }
    return text;
  };
  const date = (key: 'date' | 'accessed' | 'archiveDate') => {
    const text = filled(key);
    if (text === undefined) return undefined;
    const read = cslDateFrom(text, context);
    if (edtfOfCsl(read, context) === undefined) {
      problems.push({
        path: key,
        rule: 'not-a-date',
        given: { text },
        says: `“${text}” is not a date.`,
        mend: 'Write 2026-04-27 or 27 April 2026.',
      });
    } else if (
      read.raw?.includes('[') ||
      (read.raw !== undefined && edtfOfCsl(read, context)!.startsWith('['))
    ) {
      problems.push({
        path: key,
        rule: 'two-dates',
        given: { text },
        says: `“${text}” can be two dates.`,
        mend: 'Write the date as 2026-04-27.',
      });
    }
    return read;
  };
  const url = address('url');
  if (!filled('title') && url === undefined) {
    problems.push({
      path: 'title',
      rule: 'nothing-given',
      given: { text: '' },
      says: 'Neither title nor address is given.',
      mend: 'Give one of them.',
    });
  }
  const archive = { archive: address('archiveUrl'), 'archive-date': filled('archiveDate') };
  date('archiveDate');
  const csl = present({
    type: filled('type') ?? (url === undefined ? 'document' : 'webpage'),
    title: filled('title'),
    'container-title': filled('website'),
    publisher: filled('publisher'),
    language: filled('language'),
    URL: url,
    author: authorsFrom(filled('author'), context),
    issued: date('date'),
    accessed: date('accessed'),
    custom: archive.archive || archive['archive-date'] ? present(archive) : undefined,
  });
  return problems.length > 0 ? { problems } : { csl: csl as CslItem };
}

/** @returns names apart by ";", as CSL names; what is no person's name stays `literal`. */
export function authorsFrom(text: string | undefined, context: ReadingContext): CslName[] | undefined {
  const names = text
    ?.split(';')
    .map(name => name.trim())
    .filter(Boolean);
  return names?.length ? names.map(name => cslName(name, context)) : undefined;
}
