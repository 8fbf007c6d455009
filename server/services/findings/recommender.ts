import {
  MOST_RECOMMENDED,
  RecommendedClaim,
  RecommenderAnswer,
  type RecommenderQuestion,
} from '../../../shared/api/recommender.ts';
import { claimType } from '../../../shared/claim-types/registry.ts';
import { suggestionKey, wordsBeside } from '../../../shared/detectors/suggestion-key.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import { splitsPair } from '../../../shared/text/text-like.ts';
import { Value } from '../../../shared/values/value.ts';
import { isLoopback } from '../loopback.ts';
import type { Kept } from './messages.ts';

/** Milliseconds after which an answer is not waited for any more. */
const PATIENCE = 30_000;
/** Longest text that is sent, in UTF-16 code units, and longest answer that is read, in bytes. */
const MOST_TEXT = 2 * 2 ** 20;
const MOST_ANSWER = 8 * 2 ** 20;

/** The address of a service is not one that a text may be sent to. */
export class BadRecommender extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadRecommender';
  }
}

/** What a service proposed, and what was wrong with the rest of it. */
interface Recommended {
  readonly suggestions: readonly Kept[];
  readonly problem?: string;
}

/**
 * @returns the address of a service, as it is asked
 * @throws BadRecommender unless it is https, or http on this machine
 */
export function recommenderUrl(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe || url.username || url.password)
    throw new BadRecommender(
      `"${given}" is no address of a recommender; give one that begins with https://, or with http:// where it runs on this machine, without a name or password in it.`,
    );
  return url;
}

/**
 * Asks a service to propose claims in a text.
 * @param signal gives the question up
 * @throws Error that says why there is no answer
 */
export async function askRecommender(
  url: URL,
  question: RecommenderQuestion,
  signal: AbortSignal,
): Promise<Recommended> {
  if (question.text.length > MOST_TEXT)
    throw new Error(`The text is longer than ${MOST_TEXT} characters, so it was not sent.`);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(question),
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The service answered with status ${response.status}.`);
  }
  return readAnswer(await boundedText(response), question);
}

async function boundedText({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.byteLength;
    // Leaving the loop ends the connection.
    if (length > MOST_ANSWER) throw new Error(`The answer is longer than ${MOST_ANSWER} bytes.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function readAnswer(text: string, question: RecommenderQuestion): Recommended {
  const answer = RecommenderAnswer.safeParse(parsed(text));
  if (!answer.success) throw new Error('The answer is not JSON with a list "claims".');
  const { claims } = answer.data;
  const suggestions: Kept[] = [];
  let problem =
    claims.length > MOST_RECOMMENDED ? `More than ${MOST_RECOMMENDED} claims were proposed.` : undefined;
  const ordinals = new Map<string, number>();
  for (const [i, claim] of claims.slice(0, MOST_RECOMMENDED).entries()) {
    const read = RecommendedClaim.safeParse(claim);
    const wrong = read.success ? faultOf(read.data, question.text) : read.error.issues[0]!.message;
    if (wrong !== undefined) problem ??= `claims.${i} was left out: ${wrong}`;
    else suggestions.push(keptOf(read.data!, question, ordinals));
  }
  suggestions.sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start);
  return { suggestions, ...(problem === undefined ? {} : { problem }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOf({ type, start, end }: RecommendedClaim, text: string): string | undefined {
  if (!claimType(type)) return `"${type}" is no type of claim`;
  if (end <= start || end > text.length)
    return `its words are ${start} to ${end} of a text with ${text.length} UTF-16 code units`;
  return splitsPair(text, start) || splitsPair(text, end) ? 'it would cut a character in two' : undefined;
}

function keptOf(
  { type, start, end, value, score = 0.5, says }: RecommendedClaim,
  { documentId, text, language }: RecommenderQuestion,
  ordinals: Map<string, number>,
): Kept {
  const ranges = [{ start, end }];
  const { exact, prefix, suffix } = quoteOf(text, ranges);
  const basis = wordsBeside(text, ranges);
  const known = claimType(type)!;
  const context = language === undefined ? {} : { language };
  const given = Value.safeParse(value);
  const first = suggestionKey(documentId, type, exact, basis);
  const ordinal = (ordinals.get(first) ?? 0) + 1;
  ordinals.set(first, ordinal);
  return {
    key: ordinal === 1 ? first : suggestionKey(documentId, type, exact, basis, ordinal),
    detector: 'recommender',
    type,
    ranges,
    quote: exact,
    value: (given.success && given.data.kind === known.valueKind
      ? given.data
      : known.normalise(exact, context)) as Kept['value'],
    fields: known.fieldsFrom?.(exact, context) ?? {},
    grounds: [
      { rule: 'recommender', says: says ?? 'A service outside proposes it', given: {}, for: true, score },
    ],
    worth: score,
    basis,
    prefix,
    suffix,
  };
}
