import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'content-disposition';
import { decode, encodingNamed, readMark } from '../documents/decode.ts';
import { extractors } from '../extracting/registry.ts';

/** Longest name of a file, in UTF-16 code units. */
const LONGEST_NAME = 200;

const PLAIN: Readonly<Record<string, string>> = { 'text/plain': 'txt', 'text/markdown': 'md' };

/** @returns the media type that an answer says, in lower case without parameters; empty where it says none */
export function typeSaid({ 'content-type': type = '' }: IncomingHttpHeaders): string {
  return type.split(';', 1)[0]!.trim().toLowerCase();
}

/**
 * @returns the name that a fetched file goes by: the one its server gives it, or else the end of its address; with an
 * ending that goes with its type where it has none
 */
export function nameOf(url: URL, headers: IncomingHttpHeaders): string {
  const given = nameGiven(headers) || lastPart(url);
  const name = given || url.hostname;
  const type = typeSaid(headers);
  const ending = extractors.find(({ mediaType }) => mediaType === type)?.endings[0] ?? PLAIN[type];
  const isNamed = given !== '' && /\.[a-z][a-z0-9]{0,9}$/i.test(given);
  return isNamed || ending === undefined ? name : `${name}.${ending}`;
}

function nameGiven({ 'content-disposition': said }: IncomingHttpHeaders): string {
  if (said === undefined) return '';
  try {
    return cleaned(parse(said).parameters.filename ?? '');
  } catch {
    return '';
  }
}

function lastPart({ pathname }: URL): string {
  const part = pathname.split('/').at(-1)!;
  try {
    return cleaned(decodeURIComponent(part));
  } catch {
    return cleaned(part);
  }
}

/** A name alone, whatever path stands before it, without what cannot be seen. */
function cleaned(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')
    .trim();
  return [...plain].slice(-LONGEST_NAME).join('').replace(/^\.+/, '');
}

/**
 * @returns the encoding that a server says its text is in, where the bytes do not tell better themselves and all of them
 * decode in it; servers often say one for all their files
 */
export function encodingTold(bytes: Uint8Array, headers: IncomingHttpHeaders): string | undefined {
  const said = /;\s*charset\s*=\s*"?([^";\s]{1,40})/i.exec(headers['content-type'] ?? '')?.[1];
  const encoding = said === undefined ? undefined : encodingNamed(said);
  if (encoding === undefined || readMark(bytes) || isUtf8(bytes)) return undefined;
  return decode(bytes, encoding).undecodable === 0 ? encoding : undefined;
}
