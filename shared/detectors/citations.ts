import type { CitationValue } from '../citations/citation.ts';
import { citationsOf, type FoundCitation } from '../citations/found-citation.ts';
import { readCitation } from '../citations/read-citation.ts';
import type { FoundGround } from '../conflicts/found-ground.ts';
import type { CheckedText } from './checked-text.ts';
import type { Detector, Proposal } from './detector.ts';

/** Proposes citations: references and cite templates of wikitext, footnotes and their marks, addresses in the text. */
export const citations: Detector = {
  id: 'citations',
  version: 1,
  types: ['citation'],
  *detect(text) {
    for (const found of text.once(citationsOf)) {
      const proposal = proposalOf(found, text);
      if (proposal) yield proposal;
    }
  },
};

function proposalOf(found: FoundCitation, { text, context }: CheckedText): Proposal | undefined {
  const { start, end, form, address } = found;
  const value = citationValue(found, text.slice(start, end), context);
  if (!value) return undefined;
  return {
    type: 'citation',
    ranges: [{ start, end }],
    value,
    fields: address && form !== 'link' ? { url: completed(address.text) } : {},
    grounds: [GROUNDS[form]],
    worth: WORTH[form],
  };
}

function citationValue(
  found: FoundCitation,
  quote: string,
  context: CheckedText['context'],
): CitationValue | undefined {
  const { form, name, address } = found;
  if (form === 'mark') return { kind: 'citation', ref: name! };
  if (form !== 'link') {
    const read = readCitation(quote, context);
    return read ?? (name === undefined ? undefined : { kind: 'citation', ref: name });
  }
  const URL = completed(address!.text);
  const title = found.label
    ? quote.slice(found.label.start - found.start, found.label.end - found.start).trim()
    : '';
  return { kind: 'citation', csl: { type: 'webpage', URL, ...(title === '' ? {} : { title }) } };
}

/** An address as browsers want it. */
const completed = (address: string): string =>
  /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;

const ground = (form: string, says: string): FoundGround => ({
  rule: `citation-${form}`,
  says,
  given: {},
  for: true,
});

const GROUNDS: Readonly<Record<FoundCitation['form'], FoundGround>> = {
  reference: ground('reference', 'It is a reference of wikitext.'),
  repeat: ground('repeat', 'It repeats a reference by its name.'),
  template: ground('template', 'It is a template for citing sources.'),
  footnote: ground('footnote', 'It is printed as a footnote.'),
  mark: ground('mark', 'It points at a footnote.'),
  link: ground('link', 'It is an address on the web.'),
};

/** What says most about where a text has its facts from comes first. */
const WORTH: Readonly<Record<FoundCitation['form'], number>> = {
  ...{ reference: 0.5, template: 0.5, footnote: 0.5, link: 0.4, repeat: 0.2, mark: 0.2 },
};
