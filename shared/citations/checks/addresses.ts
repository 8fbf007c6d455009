import { citationsOf, type FoundCitation } from '../found-citation.ts';
import { gather } from '../gather.ts';
import { because, type CitationCheck, checkOf, type DefectSide, sideOf } from './check.ts';

const bare: CitationCheck = checkOf({
  id: 'cite-url-bare',
  severity: 'info',
  label: 'Addresses without a word on what they lead to',
  *find(checked) {
    for (const { form, template, label, address } of checked.once(citationsOf)) {
      if (!address || template || label || (form !== 'reference' && form !== 'link')) continue;
      const hasScheme = /^[a-z]+:\/\//i.test(address.text);
      yield {
        message: 'The address stands alone: neither title nor date says what it leads to.',
        given: { url: address.text },
        about: [address.text],
        sides: [sideOf(checked.text, address)],
        grounds: hasScheme ? [] : [because('url-scheme', 'It does not even begin with “https://”.')],
      };
    }
  },
});

/** Citations that give details of a source. */
const DEFINING: ReadonlySet<FoundCitation['form']> = new Set(['reference', 'template', 'footnote']);

const duplicate: CitationCheck = checkOf({
  id: 'cite-url-duplicate',
  kind: 'duplicate-citation',
  severity: 'warning',
  label: 'One address cited in several references',
  *find(checked) {
    const { text } = checked;
    const places = gather(checked.once(citationsOf), ({ form, address }) =>
      address && DEFINING.has(form) ? normalised(address.text) : undefined,
    );
    for (const [key, all] of places) {
      // One reference within another that is not closed is the same one for all we know.
      const apart = all.filter((one, i) => i === 0 || one.start >= all[i - 1]!.end);
      if (apart.length < 2) continue;
      yield {
        message: `The same address is cited in ${apart.length} references: ${apart[0]!.address!.text}.`,
        given: { count: String(apart.length), url: apart[0]!.address!.text },
        about: [key],
        sides: apart.map((one): DefectSide => sideOf(text, one)),
      };
    }
  },
});

const insecure: CitationCheck = checkOf({
  id: 'cite-url-http',
  severity: 'style',
  label: 'Addresses without encryption',
  *find(checked) {
    for (const { address } of checked.once(citationsOf)) {
      if (!address || !/^http:\/\//i.test(address.text)) continue;
      yield {
        message: 'The address begins with http://, without encryption.',
        given: { url: address.text },
        about: [address.text],
        sides: [sideOf(checked.text, address)],
        edits: [{ start: address.start, end: address.start + 'http'.length, text: 'https' }],
      };
    }
  },
});

const archive: CitationCheck = checkOf({
  id: 'cite-archive-missing',
  severity: 'style',
  asked: true,
  label: 'Web pages cited without an archived copy',
  *find(checked) {
    const all = checked
      .once(citationsOf)
      .filter(
        one => one.template && one.field('url') && !one.field('archiveUrl') && !one.field('identifier'),
      );
    if (all.length === 0) return;
    yield {
      message: `${all.length} web pages are cited without an archived copy.`,
      given: { count: String(all.length) },
      about: [],
      sides: [sideOf(checked.text, ...all.map(one => one.address!))],
    };
  },
});

/** An address without what leads to the same page. */
function normalised(address: string): string {
  const [, host = '', rest = ''] = /^(?:[a-z]+:\/\/)?(?:www\.|m\.)?([^/?#]*)(.*)$/is.exec(address) ?? [];
  const [path = '', hash = ''] = rest.split('#', 2);
  const [page = '', query = ''] = path.split('?', 2);
  const asked = query
    .split('&')
    .filter(pair => pair !== '' && !/^(?:utm_\w+|fbclid|gclid|ref|source)=/i.test(pair))
    .join('&');
  return [host.toLowerCase(), page.replace(/\/+$/, ''), asked, hash].join(' ');
}

export const addressChecks: readonly CitationCheck[] = [bare, duplicate, insecure, archive];
