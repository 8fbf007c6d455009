import type { Edit } from '../../conflict-rules/finding.ts';
import type { CheckedText } from '../../detectors/checked-text.ts';
import { certainlyBefore, compareDates } from '../../values/dates/compare-dates.ts';
import type { DateValue } from '../../values/dates/date.ts';
import { readDate } from '../../values/dates/read-date.ts';
import type { Field } from '../cite-fields.ts';
import { citationsOf, type FoundCitation } from '../found-citation.ts';
import { gather } from '../gather.ts';
import { because, type CitationCheck, checkOf, type DefectSide, sideOf } from './check.ts';
import { dateShape, dayIn, type Shape, shapedAs } from './date-shapes.ts';

interface Dated {
  readonly citation: FoundCitation;
  readonly field: Field;
  readonly what: 'date' | 'accessed' | 'archiveDate';
  readonly value: DateValue | undefined;
}

/** The dates that cite templates give. */
function datedFields(checked: CheckedText): Dated[] {
  const found: Dated[] = [];
  const values = new Map<string, DateValue | undefined>();
  for (const citation of checked.once(citationsOf))
    for (const what of ['date', 'accessed', 'archiveDate'] as const) {
      const field = citation.field(what);
      if (!field || field.text.length > 200) continue;
      if (!values.has(field.text)) values.set(field.text, readDate(field.text, checked.context));
      found.push({ citation, field, what, value: values.get(field.text) });
    }
  return found;
}

/** Words that say that there is no date. */
const DATELESS =
  /^(?:n\.? ?d\.?|undated|no date|s\.? ?f\.?|sin fecha|s\.? ?d\.?|senza data|sem data|sans date|б\.? ?[гд]\.?|без даты|o\. ?[jd]\.?|forthcoming|in press|present|en prensa|в печати)$/iu;

const invalid: CitationCheck = checkOf({
  id: 'cite-date-invalid',
  severity: 'warning',
  label: 'Dates that no calendar has',
  *find(checked) {
    for (const { field, value } of checked.once(datedFields)) {
      if (DATELESS.test(field.text) || /[{<[]/.test(field.text)) continue;
      const shape = dateShape(field.text);
      if (value && (!shape || /-\d\d-\d\d/.test(value.edtf))) continue;
      yield {
        message: `“${field.text}” is not a date.`,
        given: { text: field.text },
        about: [field.key, field.text],
        // What has the shape of a date must be one; other words may be a way of dating that we do not know.
        severity: shape ? 'warning' : 'info',
        sides: [sideOf(checked.text, field.whole)],
      };
    }
  },
});

const ambiguous: CitationCheck = checkOf({
  id: 'cite-date-ambiguous',
  severity: 'warning',
  label: 'Dates that can be read in two ways',
  *find(checked) {
    for (const { field, value } of checked.once(datedFields)) {
      if (!value?.edtf.startsWith('[') && !value?.assumed?.includes('day-first-by-language')) continue;
      yield {
        message: `“${field.text}” can be two dates.`,
        given: { text: field.text, dates: value.edtf },
        about: [field.key, field.text],
        sides: [sideOf(checked.text, field.whole)],
        grounds: [because('date-readings', `It can be read as ${value.edtf}.`, { dates: value.edtf })],
      };
    }
  },
});

const yearless: CitationCheck = checkOf({
  id: 'cite-date-yearless',
  severity: 'info',
  label: 'Dates without a year',
  *find(checked) {
    for (const { field, value } of checked.once(datedFields)) {
      if (!value?.edtf.startsWith('XXXX')) continue;
      yield {
        message: `“${field.text}” has no year.`,
        given: { text: field.text },
        about: [field.key, field.text],
        sides: [sideOf(checked.text, field.whole)],
      };
    }
  },
});

const SHAPE_NAMES: Readonly<Record<Shape, string>> = {
  iso: 'year-month-day',
  numeric: 'figures alone',
  dayFirst: 'day month year',
  monthFirst: 'month day, year',
};

const mixed: CitationCheck = checkOf({
  id: 'cite-dates-mixed',
  severity: 'info',
  label: 'Dates written in several styles on one page',
  *find(checked) {
    const shapes = gather(checked.once(datedFields), ({ field, value }) => value && dateShape(field.text));
    if (shapes.size < 2) return;
    const groups = [...shapes].sort(([, a], [, b]) => b.length - a.length);
    const styles = groups.map(([shape]) => SHAPE_NAMES[shape]).join(', ');
    const edits = unified(groups);
    yield {
      message: `The dates of citations are written in ${shapes.size} styles: ${styles}.`,
      given: { count: String(shapes.size), styles },
      about: [
        groups
          .map(([shape]) => shape)
          .sort()
          .join(),
      ],
      // Of the style that most have one place is enough to compare with.
      sides: groups.map(
        ([, all], i): DefectSide => ({
          value: all[0]!.field.text,
          spans: (i === 0 ? all.slice(0, 1) : all).map(one => one.field.whole),
        }),
      ),
      ...(edits ? { edits } : {}),
    };
  },
});

/** Every date in the style that most have; undefined where one of them cannot be written so. */
function unified(groups: readonly (readonly [Shape, readonly Dated[]])[]): Edit[] | undefined {
  const [[shape, most], ...others] = groups as [[Shape, readonly Dated[]], ...[Shape, readonly Dated[]][]];
  const edits: Edit[] = [];
  for (const [, group] of others)
    for (const { field, value } of group) {
      const words = value && shapedAs(value.edtf, shape, most[0]!.field.text);
      if (words === undefined) return undefined;
      edits.push({ ...field.value, text: words });
    }
  return edits.sort((a, b) => a.start - b.start);
}

const future: CitationCheck = checkOf({
  id: 'cite-date-future',
  severity: 'warning',
  label: 'Dates that have not come yet',
  *find(checked) {
    const { today } = checked;
    if (today === undefined) return;
    for (const { field, value } of checked.once(datedFields)) {
      if (!value || !certainlyBefore(today, value)) continue;
      yield {
        message: `“${field.text}” has not come yet: today is ${today}.`,
        given: { text: field.text, today },
        about: [field.key, field.text],
        sides: [sideOf(checked.text, field.whole)],
      };
    }
  },
});

const accessFirst: CitationCheck = checkOf({
  id: 'cite-access-before-publication',
  severity: 'warning',
  label: 'Sources read before they appeared',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const [date, accessed] = [citation.field('date'), citation.field('accessed')];
      if (!date || !accessed) continue;
      const [published, read] = [
        readDate(date.text, checked.context),
        readDate(accessed.text, checked.context),
      ];
      if (!published || !read || !certainlyBefore(read, published)) continue;
      yield {
        message: `The source was read on ${accessed.text}, before it appeared on ${date.text}.`,
        given: { accessed: accessed.text, date: date.text },
        about: [citation.address?.text ?? '', accessed.text, date.text],
        sides: [sideOf(checked.text, accessed.whole), sideOf(checked.text, date.whole)],
      };
    }
  },
});

const DAY_IN_PATH =
  /[/_-]((?:19|20)\d\d)[/-]?(0?[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d)))?(?=[/_.-]|$)/;

const pathDate: CitationCheck = checkOf({
  id: 'cite-url-date',
  severity: 'info',
  label: 'Dates in addresses that differ from the date given',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const [date, url] = [citation.field('date'), citation.field('url')];
      const path = url && DAY_IN_PATH.exec(url.text.replace(/[?#].*$/, '').slice(0, 500));
      if (!date || !path) continue;
      const inPath = [path[1], path[2]!.padStart(2, '0'), path[3]?.padStart(2, '0')]
        .filter(Boolean)
        .join('-');
      const published = readDate(date.text, checked.context);
      if (!published || !readDate(inPath, {})) continue;
      const { relation, certain, gap } = compareDates(published, inPath);
      // An article that goes out around midnight bears either day.
      if (relation !== 'disjoint' || !certain || gap < 2) continue;
      yield {
        message: `The date given is ${date.text}, the address has ${inPath}.`,
        given: { date: date.text, path: inPath },
        about: [citation.address?.text ?? '', date.text],
        severity: gap > 45 ? 'warning' : 'info',
        sides: [sideOf(checked.text, date.whole), sideOf(checked.text, url!.value)],
        grounds: [because('date-gap', `${gap} days lie between them.`, { days: String(gap) })],
      };
    }
  },
});

/** A day in words of the archive that does not match its address: "20260427" of "web.archive.org/web/20260427…". */
const archiveDate: CitationCheck = checkOf({
  id: 'cite-archive-date',
  severity: 'warning',
  label: 'Dates of archived copies that differ from their addresses',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const [date, url] = [citation.field('archiveDate'), citation.field('archiveUrl')];
      const day = url && dayIn(url.text);
      const given = date && readDate(date.text, checked.context);
      if (!day || !given) continue;
      const { relation, certain } = compareDates(given, day);
      if (relation !== 'disjoint' || !certain) continue;
      yield {
        message: `The archived copy is dated ${date.text}, its address has ${day}.`,
        given: { date: date.text, path: day },
        about: [url!.text, date.text],
        sides: [sideOf(checked.text, date.whole), sideOf(checked.text, url!.value)],
      };
    }
  },
});

export const dateChecks: readonly CitationCheck[] = [
  ...[invalid, ambiguous, yearless, mixed, future, accessFirst, pathDate, archiveDate],
];
