import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { type CitationForm, cslFromForm } from '../../../shared/citations/csl-from-form.ts';
import type { Evidence, Source } from '../../../shared/model/source.ts';
import { sayProblem } from '../../localize/say-problem.ts';
import { cslTypes } from '../sources/csl-types.ts';
import type { Mistake } from './evidence-words.ts';
import { choice, labelled, line } from './labelled.ts';

const PREFIX = 'csl.';

/**
 * The fields that describe a source that is not known here yet.
 * @param form tells the form apart from others on the page
 */
export function newSourceFields(form: string, mistakes: readonly Mistake[]): TemplateResult {
  const text = (name: string, label: string, placeholder = '', isWide = false) => {
    const path = PREFIX + name;
    const wrong = mistakes.find(mistake => mistake.path === path)?.says;
    return labelled({ form, name: path, label, wrong, isWide }, line('', placeholder));
  };
  return html`<div class="cols">
    ${text('url', msg('Address'), 'https://', true)} ${text('title', msg('Title'), '', true)}
    ${text('author', msg('Authors, apart by ;'))} ${text('website', msg('Appeared in'))}
    ${text('date', msg('Published'), msg('15 March 2026'))}
    ${labelled({ form, name: `${PREFIX}type`, label: msg('Kind') }, choice(cslTypes(), 'webpage'))}
    ${text('archiveUrl', msg('Archived copy'), 'https://web.archive.org/…')}
    ${text('archiveDate', msg('Archived on'), msg('YYYY-MM-DD'))}
  </div>`;
}

/** A source as its fields describe it, and its archived copy. */
interface NewSource {
  readonly csl: Source['csl'];
  readonly archived: Pick<Evidence, 'archived'>;
}

/**
 * Reads the fields that describe a new source.
 * @param accessed when it was looked at, as the evidence says: YYYY-MM-DD
 */
export function newSourceFrom(
  data: FormData,
  accessed: string | undefined,
  language: string | undefined,
): NewSource | { readonly mistakes: readonly Mistake[] } {
  const form = Object.fromEntries(
    [...data]
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([name, value]) => [name.slice(PREFIX.length), String(value)]),
  ) as CitationForm;
  const read = cslFromForm({ ...form, ...(accessed ? { accessed } : {}) }, language ? { language } : {});
  if ('problems' in read)
    return {
      mistakes: read.problems.map(problem => ({ ...sayProblem(problem), path: PREFIX + problem.path })),
    };
  const url = form.archiveUrl?.trim();
  const at = form.archiveDate?.trim();
  return {
    csl: read.csl as Source['csl'],
    archived: url ? { archived: { url, ...(at ? { at } : {}) } } : {},
  };
}
