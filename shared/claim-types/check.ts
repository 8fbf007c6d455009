import { safeUrl } from '../citations/safe-url.ts';
import type { ReadingContext } from '../values/context.ts';
import { readCount } from '../values/counts/read-count.ts';
import { readDate } from '../values/dates/read-date.ts';
import { sayEdtf } from '../values/dates/say-date.ts';
import { Value, type ValueKind } from '../values/value.ts';
import type { ClaimProblem, FieldSpec, Fields } from './claim-type.ts';

const HOW_TO_WRITE: Readonly<Record<string, string>> = {
  date: 'Write it as 2026-04-27, 27 April 2026, 2011-04 or 2006/2018.',
  count: 'Write it as 15, ≥ 70 countries or 10–12.',
  name: 'Write the name alone.',
  list: 'Write the items apart by semicolons or on lines of their own.',
  quotation: 'Give the words that were said.',
  citation: 'Give a title or an address.',
};

/** Language in which dates are said in the answers, as the answers themselves are. */
const LOCALE = 'en-GB';

/** Checks a stored value: that it is one, of the expected kind, and what about it is doubtful. */
export function checkValue(kind: ValueKind, value: unknown): readonly ClaimProblem[] {
  if (value === undefined) {
    return [
      {
        path: 'value',
        weight: 'doubt',
        rule: 'no-value',
        given: { kind },
        says: 'It has no value yet.',
        mend: HOW_TO_WRITE[kind] ?? 'Write one.',
      },
    ];
  }
  const parsed = Value.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map(issue => ({
      path: ['value', ...issue.path].join('.'),
      weight: 'fault',
      rule: 'misformed',
      given: { kind },
      says: issue.message,
      mend: HOW_TO_WRITE[kind] ?? 'Write it anew.',
    }));
  }
  if (parsed.data.kind !== kind) {
    const says = `The words were not read as a ${kind}.`;
    const mend = HOW_TO_WRITE[kind] ?? 'Write it anew.';
    return [{ path: 'value', weight: 'doubt', rule: 'other-kind', given: { kind }, says, mend }];
  }
  return doubtsOf(parsed.data);
}

/** What holds for nearly every name and is not worth a look each time. */
const USUAL: ReadonlySet<string> = new Set(['family-last', 'single-word-is-family']);

function doubtsOf(value: Value): readonly ClaimProblem[] {
  if (value.kind === 'date') return dateDoubts(value.edtf, value.text, value.assumed ?? []);
  if (value.kind === 'name' && value.assumed?.some(one => !USUAL.has(one))) {
    const family = value.family ?? '';
    const says = `“${family}” was taken for the family name.`;
    const mend = 'Correct the parts of the name if it is not.';
    return [{ path: 'value.family', weight: 'doubt', rule: 'family-assumed', given: { family }, says, mend }];
  }
  return [];
}

function dateDoubts(edtf: string, text: string, assumed: readonly string[]): readonly ClaimProblem[] {
  const doubt = (rule: string, says: string, mend: string): ClaimProblem[] => [
    { path: 'value.edtf', weight: 'doubt', rule, given: { text, edtf }, says, mend },
  ];
  const said = sayEdtf(edtf, LOCALE);
  if (edtf.startsWith('[')) return doubt('several-dates', `“${text}” can be ${said}.`, 'Choose one of them.');
  if (edtf.includes('XXXX'))
    return doubt('no-year', 'No year is written.', 'Add the year where another source gives it.');
  if (edtf.startsWith('XX'))
    return doubt('no-century', 'The century is not written.', 'Write the year with four digits.');
  if (assumed.length > 0)
    return doubt('date-assumed', `“${text}” was taken for ${said}.`, 'Correct the date if it is not.');
  return [];
}

/** Checks what stands in the fields against their kinds; empty fields are well. */
export function checkFields(
  specs: readonly FieldSpec[],
  fields: Fields,
  context: ReadingContext,
): readonly ClaimProblem[] {
  return specs.flatMap(spec => {
    const text = fields[spec.name]?.trim();
    const problem = text ? checkField(spec, text, context) : undefined;
    return problem ? [{ path: `fields.${spec.name}`, weight: 'fault' as const, ...problem }] : [];
  });
}

function checkField(
  spec: FieldSpec,
  text: string,
  context: ReadingContext,
): Omit<ClaimProblem, 'path' | 'weight'> | undefined {
  switch (spec.kind) {
    case 'text':
      return undefined;
    case 'date':
      return readDate(text, context)
        ? undefined
        : { rule: 'not-a-date', given: { text }, says: `“${text}” is not a date.`, mend: HOW_TO_WRITE.date! };
    case 'count':
      return readCount(text, context)
        ? undefined
        : {
            rule: 'not-a-number',
            given: { text },
            says: `“${text}” is not a number.`,
            mend: HOW_TO_WRITE.count!,
          };
    case 'url': {
      const safe = safeUrl(text);
      return 'url' in safe
        ? undefined
        : {
            rule: safe.rule,
            given: { text },
            says: safe.refused,
            mend: 'Give the whole address: https://example.org/page.',
          };
    }
    case 'choice': {
      const options = spec.options ?? [];
      if (options.some(option => option.value === text)) return undefined;
      return {
        rule: 'not-offered',
        given: { text },
        says: `“${text}” is not offered.`,
        mend: `Choose ${options.map(option => option.label).join(', ')}.`,
      };
    }
  }
}
