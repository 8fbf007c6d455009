import type { CheckedText } from '../../detectors/checked-text.ts';
import type { Parameter } from '../../markup/markup.ts';
import { citationsOf } from '../found-citation.ts';
import { type CitationCheck, checkOf, sideOf } from './check.ts';

/** Parameters of the English templates for citing, without the numbers that count persons. */
const KNOWN = new Set(
  (
    'title script-title trans-title chapter script-chapter trans-chapter chapter-url chapter-format contribution entry ' +
    'article section url url-status url-access format access-date date year orig-date orig-year publication-date df ' +
    'work website newspaper journal magazine periodical encyclopedia dictionary mailinglist publisher publication-place ' +
    'place location agency edition volume issue number series series-number page pages at quote quote-page quote-pages ' +
    'trans-quote script-quote language lang via author last first surname given author-link author-mask authors people ' +
    'display-authors editor editor-last editor-first editor-link editor-mask display-editors translator translator-last ' +
    'translator-first translator-link interviewer interviewer-last interviewer-first subject subject-link contributor ' +
    'contributor-last contributor-first collaboration others veditors vauthors name-list-style archive-url archive-date ' +
    'archive-format doi doi-access doi-broken-date isbn issn eissn pmid pmc pmc-embargo-date jstor jstor-access oclc ' +
    'arxiv class bibcode bibcode-access asin asin-tld biorxiv citeseerx eprint hdl hdl-access jfm lccn medrxiv mr ol ' +
    'osti rfc sbn ssrn s2cid s2cid-access zbl id ref mode postscript no-pp nopp time minutes time-caption medium ' +
    'degree department interviewer program station network episode episode-link season transcript transcript-url map ' +
    'map-url sheet sheets scale inset cartography book-title conference conference-url event host users user ' +
    'newsgroup message-id type author-last author-first subject-mask contributor-link title-link title-note ' +
    'ignore-isbn-error sections language-name credits institution docket trans-map script-map template-doc-demo'
  ).split(' '),
);
const ALIASES: Readonly<Record<string, string>> = {
  ...{
    accessdate: 'access-date',
    archiveurl: 'archive-url',
    archivedate: 'archive-date',
    deadurl: 'url-status',
  },
  ...{
    'dead-url': 'url-status',
    trans_title: 'trans-title',
    coauthors: 'author2',
    authorlink: 'author-link',
  },
  ...{
    doi_brokendate: 'doi-broken-date',
    origyear: 'orig-year',
    chapterurl: 'chapter-url',
    laydate: 'lay-date',
  },
  ...{ editors: 'editor', publicationplace: 'publication-place', nopp: 'no-pp', p: 'page', pp: 'pages' },
};
const ENGLISH = /^cite\b|^citation$/i;

/** The parameters of English cite templates, with their template's place in the text. */
function* parametersOf(checked: CheckedText): Generator<Parameter> {
  for (const { template } of checked.once(citationsOf))
    if (template && ENGLISH.test(template.name)) yield* template.parameters;
}

const isNamed = ({ name }: Parameter): boolean => !/^\d+$/.test(name);
const whole = ({ start, value }: Parameter) => ({ start, end: Math.max(value.end, start) });

const unknown: CitationCheck = checkOf({
  id: 'cite-parameter-unknown',
  severity: 'style',
  asked: true,
  label: 'Parameters that cite templates do not have',
  *find(checked) {
    for (const parameter of parametersOf(checked)) {
      const name = parameter.name.toLowerCase();
      const plain = name.replace(/\d+/g, '').replace(/-$/, '');
      if (!isNamed(parameter) || KNOWN.has(plain) || name in ALIASES) continue;
      yield {
        message: `Cite templates have no parameter “${parameter.name}”.`,
        given: { name: parameter.name },
        about: [
          parameter.name,
          String(checked.text.slice(parameter.value.start, parameter.value.end)).slice(0, 80),
        ],
        sides: [
          sideOf(checked.text, { start: parameter.start, end: parameter.start + parameter.name.length }),
        ],
      };
    }
  },
});

const alias: CitationCheck = checkOf({
  id: 'cite-parameter-alias',
  severity: 'style',
  asked: true,
  label: 'Parameters by their old names',
  *find(checked) {
    for (const parameter of parametersOf(checked)) {
      const preferred = ALIASES[parameter.name.toLowerCase()];
      if (preferred === undefined) continue;
      const span = { start: parameter.start, end: parameter.start + parameter.name.length };
      yield {
        message: `“${parameter.name}” is an old name of “${preferred}”.`,
        given: { name: parameter.name, preferred },
        about: [parameter.name, checked.text.slice(parameter.value.start, parameter.value.end).slice(0, 80)],
        sides: [sideOf(checked.text, span)],
        edits: [{ ...span, text: preferred }],
      };
    }
  },
});

const redundant: CitationCheck = checkOf({
  id: 'cite-parameter-redundant',
  severity: 'style',
  asked: true,
  label: 'Parameters that are given without a value',
  *find(checked) {
    for (const parameter of parametersOf(checked)) {
      if (!isNamed(parameter) || parameter.value.end > parameter.value.start) continue;
      const end = parameter.value.start;
      const bar = checked.text.lastIndexOf('|', parameter.start);
      yield {
        message: `“${parameter.name}” has no value.`,
        given: { name: parameter.name },
        about: [parameter.name],
        sides: [sideOf(checked.text, { start: parameter.start, end })],
        ...(bar >= 0 ? { edits: [{ start: bar, end, text: '' }] } : {}),
      };
    }
  },
});

const repeated: CitationCheck = checkOf({
  id: 'cite-parameter-repeated',
  severity: 'warning',
  label: 'Parameters that are given twice with different values',
  *find(checked) {
    const { text } = checked;
    for (const { template } of checked.once(citationsOf)) {
      const values = new Map<string, Parameter>();
      for (const parameter of template?.parameters ?? []) {
        const before = values.get(parameter.name.toLowerCase());
        if (isNamed(parameter)) values.set(parameter.name.toLowerCase(), parameter);
        if (!before || !isNamed(parameter)) continue;
        const [old, now] = [before, parameter].map(one => text.slice(one.value.start, one.value.end));
        if (old === '' || now === '' || old === now) continue;
        yield {
          message: `“${parameter.name}” is given twice; only “${now!.slice(0, 80)}” counts.`,
          given: { name: parameter.name, value: now! },
          about: [parameter.name, old!.slice(0, 80), now!.slice(0, 80)],
          sides: [sideOf(text, whole(before)), sideOf(text, whole(parameter))],
          lost: [before.value],
        };
      }
    }
  },
});

export const parameterChecks: readonly CitationCheck[] = [unknown, alias, redundant, repeated];
