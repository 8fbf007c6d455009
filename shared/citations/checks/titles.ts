import { folded } from '../../values/folded.ts';
import { withoutMarkup } from '../../values/markup.ts';
import { citationsOf } from '../found-citation.ts';
import { hostOf } from '../short-citation.ts';
import { because, type CitationCheck, checkOf, sideOf } from './check.ts';
import { lettersApart, plainWords } from './words.ts';

/** Longer titles are mostly a whole post or a lead. */
const LONGEST = 200;

const long: CitationCheck = checkOf({
  id: 'cite-title-long',
  severity: 'style',
  label: 'Titles that are longer than titles are',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const title = citation.field('title');
      const length = title ? title.value.end - title.value.start : 0;
      if (length <= LONGEST) continue;
      yield {
        message: `The title has ${length} characters.`,
        given: { length: String(length) },
        about: [citation.address?.text ?? title!.text.slice(0, 80)],
        sides: [sideOf(checked.text, title!.whole)],
      };
    }
  },
});

const capitals: CitationCheck = checkOf({
  id: 'cite-title-capitals',
  severity: 'style',
  label: 'Titles in capital letters',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const title = citation.field('title');
      const letters = title?.text.match(/\p{L}/gu) ?? [];
      const words = title?.text.match(/\p{L}{2,}/gu) ?? [];
      const small = title?.text.match(/\p{Ll}/gu)?.length ?? 0;
      if (words.length < 3 || letters.length < 12 || small > letters.length / 10) continue;
      if (!/\p{Lu}/u.test(title!.text)) continue;
      yield {
        message: 'The title stands in capital letters.',
        given: {},
        about: [title!.text],
        sides: [sideOf(checked.text, title!.whole)],
      };
    }
  },
});

const withSite: CitationCheck = checkOf({
  id: 'cite-title-site',
  severity: 'style',
  label: 'Titles that end in the name of their site',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const title = citation.field('title');
      const tail = title && /\s+[-–—|·•:»]{1,2}\s+([^-–—|·•»]{2,60})$/u.exec(title.text)?.[0];
      if (!title || !tail) continue;
      const said = plainWords(tail).join('');
      const names = [citation.field('site'), citation.field('publisher')].map(one =>
        plainWords(one?.text ?? '').join(''),
      );
      const host = (hostOf(citation.address?.text) ?? '').replace(/[^\p{L}\p{N}]/gu, '');
      const isSite =
        said.length > 3 && (names.includes(said) || names.includes(`www${said}`) || host.startsWith(said));
      if (!isSite && !names.some(name => said.length > 5 && name.includes(said))) continue;
      yield {
        message: `The title ends in the name of its site:${tail.replace(/\s+/g, ' ')}.`,
        given: { tail: tail.trim() },
        about: [title.text],
        sides: [sideOf(checked.text, title.whole)],
        edits: [{ start: title.value.end - tail.length, end: title.value.end, text: '' }],
      };
    }
  },
});

const hostAsSite: CitationCheck = checkOf({
  id: 'cite-site-address',
  severity: 'style',
  label: 'Addresses in place of the names of sites',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const site = citation.field('site');
      if (!site || !/^(?:https?:\/\/\S{1,200}|www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\/?)$/i.test(site.text))
        continue;
      yield {
        message: `The site is named by its address, ${site.text}.`,
        given: { site: site.text },
        about: [site.text],
        sides: [sideOf(checked.text, site.whole)],
      };
    }
  },
});

/** Shorter words of an address say too little. */
const SHORTEST = 6;

const slug: CitationCheck = checkOf({
  id: 'cite-title-slug',
  severity: 'info',
  label: 'Words spelt otherwise in the title than in the address',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const [title, url] = [citation.field('title'), citation.field('url')];
      if (!title || !url) continue;
      const words = plainWords(title.text);
      const found = slugOf(url.text)
        .map(part => misspelt(part.words, words, part))
        .find(one => one !== undefined);
      if (!found) continue;
      const { word, other, at, length } = found;
      const start = url.value.start + at;
      yield {
        message: `The address has “${word}”, the title “${other}”.`,
        given: { word, other },
        about: [url.text, word, other],
        sides: [sideOf(checked.text, { start, end: start + length }), sideOf(checked.text, title.value)],
        grounds: [because('slug-neighbours', 'The words beside it are the same in both.')],
      };
    }
  },
});

interface Part {
  readonly words: readonly string[];
  readonly at: number;
  readonly length: number;
}

/** The parts of an address that are made of several words. */
function slugOf(url: string): Part[] {
  const parts: Part[] = [];
  const text = url.slice(0, 1_000);
  for (const match of text.matchAll(/(?<=[/])[\p{L}\p{N}_%-]{10,400}/gu)) {
    const words = match[0].toLowerCase().split(/[-_]/).filter(Boolean);
    if (words.length >= 3 && text.indexOf('/') < match.index)
      parts.push({ words, at: match.index, length: match[0].length });
  }
  return parts;
}

/** A word of the address that the title spells a letter otherwise, while both words beside it are the same. */
function misspelt(slug: readonly string[], title: readonly string[], { at, length }: Part) {
  for (const [i, word] of slug.entries()) {
    if (word.length < SHORTEST || /\d/.test(word) || title.includes(word)) continue;
    const k = title.findIndex(
      (other, n) =>
        other.length >= SHORTEST &&
        !slug.includes(other) &&
        lettersApart(word, other, 2) === 1 &&
        (n === 0 ? i === 0 : title[n - 1] === slug[i - 1]) &&
        (n === title.length - 1
          ? i === slug.length - 1
          : title[n + 1] === slug[i + 1] || i === slug.length - 1),
    );
    if (k >= 0) return { word, other: title[k]!, at, length };
  }
  return undefined;
}

const GENERIC = new Set(
  'the and for news press service agency institute foundation party official online'.split(' '),
);

const hostAgainstSite: CitationCheck = checkOf({
  id: 'cite-site-host',
  severity: 'info',
  label: 'Names of sites that have nothing of their address',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const site = citation.field('site') ?? citation.field('publisher');
      const url = citation.field('url');
      const host = hostOf(url?.text);
      if (!site || !url || !host || resembles(site.text, host)) continue;
      yield {
        message: `The site is called ${folded(withoutMarkup(site.text))}, but its address is ${host}.`,
        given: { site: folded(withoutMarkup(site.text)), host },
        about: [host, site.text],
        sides: [sideOf(checked.text, site.whole), sideOf(checked.text, url.value)],
      };
    }
  },
});

/** Whether the name of a site can be seen in its host: most of its label, an acronym, or an acronym of the label. */
function resembles(site: string, host: string): boolean {
  const words = plainWords(site);
  // Other scripts are spelt otherwise in addresses.
  if (words.length === 0 || words.some(word => /[^a-z\d]/.test(word))) return true;
  const label = host
    .split('.')
    .slice(0, -1)
    .join('')
    .replace(/[^a-z\d]/g, '');
  const joined = words.join('');
  if (label.includes(joined) || joined.includes(label)) return true;
  const initials = words.map(word => word[0]).join('');
  const strong = words.filter(word => !GENERIC.has(word));
  const initialsOfStrong = strong.map(word => word[0]).join('');
  for (const short of [initials, initialsOfStrong])
    if (short.length >= 2 && (label.startsWith(short) || (short.length > 2 && label.includes(short))))
      return true;
  const shared = strong
    .filter(word => word.length > 2 && label.includes(word))
    .reduce((sum, word) => sum + word.length, 0);
  return shared >= label.length / 2 || words.some(word => word.length > 3 && word.startsWith(label));
}

export const titleChecks: readonly CitationCheck[] = [
  long,
  capitals,
  withSite,
  hostAsSite,
  slug,
  hostAgainstSite,
];
