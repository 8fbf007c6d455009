import type { ClaimHit } from '../../shared/api/routes/claims.ts';
import type { Versioned } from '../../shared/model/change.ts';
import { Folder } from '../../shared/text/fold.ts';
import type { Desk } from './desk.ts';

const USUAL = 50;
const folder = new Folder({ matchCase: false, matchAccents: false });

/** Words of claims without case and accents, made when a claim is first looked at. */
const folded = new WeakMap<Versioned<'claim'>, string>();

export interface FoundClaims {
  readonly hits: ClaimHit[];
  /** How many there are, beyond those given. */
  readonly total: number;
}

/**
 * Finds claims by their words, without regard to case and accents: first those that begin with what is looked for,
 * then those that hold it; in order of documents and of text. Nothing to look for finds every claim.
 */
export async function findClaims(
  desk: Desk,
  words: string,
  documentId: string | undefined,
  limit = USUAL,
): Promise<FoundClaims> {
  const wanted = folder.fold(words.trim()).text;
  const beginning: ClaimHit[] = [];
  const holding: ClaimHit[] = [];
  let total = 0;
  for (const document of await desk.storage.readObjects('document')) {
    if (document.removed || (documentId !== undefined && document.id !== documentId)) continue;
    const { table, claims } = desk.claims.of(document.id);
    for (const slot of table.all) {
      const claim = claims.get(table.idAt(slot))!;
      const at = foldedWords(claim).indexOf(wanted);
      if (at < 0) continue;
      total++;
      const hits = at === 0 ? beginning : holding;
      if (hits.length < limit) hits.push(hit(claim, document));
    }
  }
  return { hits: [...beginning, ...holding].slice(0, limit), total };
}

function foldedWords(claim: Versioned<'claim'>): string {
  let words = folded.get(claim);
  if (words === undefined) {
    words = folder.fold(claim.object.anchor.quote.exact).text;
    folded.set(claim, words);
  }
  return words;
}

function hit({ object }: Versioned<'claim'>, document: Versioned<'document'>): ClaimHit {
  const { quote, ranges } = object.anchor;
  return {
    id: object.id,
    documentId: document.id,
    documentTitle: document.object.title,
    type: object.type,
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    start: ranges[0]!.start,
  };
}
