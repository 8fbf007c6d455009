import type { Anchor } from '../../../shared/model/anchor.ts';
import { verifyQuote } from '../../../shared/text/quote.ts';
import type { HeldObjects } from '../held-objects.ts';

/**
 * Holds the quotes of all claims, and of the passages that are their evidence, against the texts they point into: each
 * against the revision it stands on, whether that is the current one or an older one on which a claim waits.
 * @param textOf the decoded text of a revision, undefined where it is lost
 */
export async function quoteFindings(
  objects: HeldObjects,
  textOf: (documentId: string, revisionId: string) => Promise<string | undefined>,
): Promise<string[]> {
  const byText = new Map<string, { anchor: Anchor; what: string }[]>();
  const add = (anchor: Anchor, what: string) => {
    const key = `${anchor.documentId}/${anchor.revision}`;
    const known = byText.get(key);
    if (known) known.push({ anchor, what });
    else byText.set(key, [{ anchor, what }]);
  };
  for (const { id, object } of objects.list('claim')) {
    add(object.anchor, `Claim ${id}`);
    for (const { id: item, passage } of object.evidence)
      if (passage) add(passage, `Evidence ${item} of claim ${id}`);
  }
  const findings: string[] = [];
  for (const [key, anchors] of byText) {
    const [documentId, revisionId] = key.split('/') as [string, string];
    const text = await textOf(documentId, revisionId);
    for (const { anchor, what } of anchors) {
      const says = text === undefined ? 'points into a text that is not here' : misfit(text, anchor);
      if (says !== undefined)
        findings.push(`${what}, on revision ${revisionId} of document ${documentId}, ${says}.`);
    }
  }
  return findings;
}

function misfit(text: string, anchor: Anchor): string | undefined {
  const { exact, prefix, suffix } = verifyQuote(text, anchor.ranges, anchor.quote);
  const from = anchor.ranges[0]!.start;
  if (!exact) return `quotes words that do not stand at unit ${from} of its text`;
  return prefix && suffix
    ? undefined
    : `has other words around it, at unit ${from} of its text, than it quotes`;
}
