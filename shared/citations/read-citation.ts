import type { ReadingContext } from '../values/context.ts';
import { folded } from '../values/folded.ts';
import { withoutMarkup } from '../values/markup.ts';
import type { CitationValue } from './citation.ts';
import { citeTemplate } from './cite-template.ts';
import type { CslItem } from './csl.ts';
import { readFootnote } from './footnote.ts';
import { addressesIn } from './plain/addresses.ts';

/** Longest words read as a citation, in UTF-16 code units. */
const LONGEST = 20_000;

/**
 * Reads a reference: `<ref name="A">{{cite web|…}}</ref>`, `<ref name="A"/>`, a cite template alone, "[12]", a
 * numbered footnote, a bracketed or bare web address.
 * @returns undefined where the words are none of these
 */
export function readCitation(text: string, context: ReadingContext): CitationValue | undefined {
  if (text.length > LONGEST) return undefined;
  const trimmed = text.trim();
  const number = /^\[(\d{1,4}|[a-z])\]$/.exec(trimmed)?.[1];
  if (number !== undefined) return { kind: 'citation', ref: number };
  const reference = openReference(trimmed);
  const body = reference?.body ?? trimmed;
  const template = citeTemplate(body, context);
  if (template) return citation(reference?.name, template.csl, template.quote);
  if (body === '') return reference?.name === undefined ? undefined : citation(reference.name);
  const linked = linkedPage(body);
  if (linked) return citation(reference?.name, linked);
  if (reference) return citation(reference.name, { type: 'document', title: folded(withoutMarkup(body)) });
  return readFootnote(trimmed, context) ?? bareAddress(trimmed);
}

/** An address that lacks its beginning: "t.me/name/12". */
function bareAddress(text: string): CitationValue | undefined {
  const [address] = /^\S+$/.test(text) ? addressesIn(text) : [];
  if (address?.start !== 0 || address.end !== text.length) return undefined;
  return citation(undefined, { type: 'webpage', URL: `https://${text}` });
}

function citation(ref: string | undefined, csl?: CslItem, quote?: string): CitationValue {
  const value: CitationValue = { kind: 'citation' };
  if (ref) value.ref = ref;
  if (csl) value.csl = csl;
  if (quote) value.quote = quote;
  return value;
}

/** The name and content of a `<ref>`; straight, curly and missing quotation marks around the name are all met. */
function openReference(text: string): { name?: string; body: string } | undefined {
  if (!/^<ref\b/i.test(text)) return undefined;
  const end = text.indexOf('>');
  if (end < 0) return undefined;
  const selfClosed = text[end - 1] === '/';
  const attributes = text.slice(4, selfClosed ? end - 1 : end);
  const written = /\bname\s*=\s*(?:"([^"]*)"|“([^”]*)”|'([^']*)'|([^\s"'“]+))/i.exec(attributes);
  const name = written
    ?.slice(1)
    .find(part => part !== undefined)
    ?.trim();
  const close = text.toLowerCase().indexOf('</ref', end);
  const body = selfClosed ? '' : text.slice(end + 1, close < 0 ? undefined : close).trim();
  return name ? { name, body } : { body };
}

/** "[https://… Title]" or an address alone. */
function linkedPage(body: string): CslItem | undefined {
  const bracketed = body.startsWith('[') && body.endsWith(']') ? body.slice(1, -1) : body;
  const match = /^(https?:\/\/\S+)(?:\s+(.+))?$/is.exec(bracketed);
  if (!match) return undefined;
  const title = match[2] === undefined ? '' : folded(withoutMarkup(match[2]));
  return title === '' ? { type: 'webpage', URL: match[1]! } : { type: 'webpage', title, URL: match[1]! };
}
