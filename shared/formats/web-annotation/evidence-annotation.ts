import { canonicalJson } from '../../json/canonical.ts';
import { type Attachment, isPicture } from '../../model/attachment.ts';
import type { Evidence, Source } from '../../model/source.ts';
import type { EvidenceParticulars } from './particulars.ts';
import type { Places } from './place.ts';
import { CSL_TYPE, type Node, namedByHash, person, urn, webAddress, words } from './terms.ts';

/**
 * Writes a piece of evidence as an annotation that links what is cited to the claim. It is one of its own, because
 * the bodies of an annotation do not belong together in pairs: stance and fit would lose what they are about.
 * @param source what the evidence cites, where it cites a source
 */
export async function evidenceAnnotation(
  claimId: string,
  evidence: Evidence,
  source: Source | undefined,
  places: Places,
): Promise<Node> {
  const { passage } = evidence;
  return {
    id: urn(evidence.id),
    type: 'Annotation',
    motivation: 'linking',
    creator: person(evidence.by),
    created: evidence.at,
    body: [
      ...(evidence.sourceId === undefined ? [] : cited(evidence, source)),
      ...(passage === undefined ? [] : await places.of(passage, { purpose: 'linking' })),
      ...remarks(evidence),
      ...(evidence.attachments ?? []).map(attached),
      ...(source ? [words('describing', canonicalJson(source.csl), { format: CSL_TYPE })] : []),
      words('describing', canonicalJson(particulars(evidence, source)), { format: 'application/json' }),
    ],
    target: urn(claimId),
  };
}

/** What has no words of its own in the W3C's vocabulary, or shares them with others. */
function particulars(
  { archived, asQuoted, attachments, quote, sourceId }: Evidence,
  source: Source | undefined,
): EvidenceParticulars {
  const { documentId } = source ?? {};
  return {
    ...(sourceId === undefined
      ? {}
      : { source: { id: sourceId, ...(documentId === undefined ? {} : { documentId }) } }),
    ...(quote === undefined ? {} : { quote }),
    ...(asQuoted === undefined ? {} : { asQuoted }),
    ...(archived === undefined ? {} : { archived }),
    ...(attachments === undefined ? {} : { attachments }),
  };
}

function cited(
  { accessed, archived, passage, quote, sourceId }: Evidence,
  source: Source | undefined,
): Node[] {
  const cached = webAddress(archived?.url);
  const link = {
    type: 'SpecificResource',
    purpose: 'linking',
    source: webAddress(source?.csl.URL) ?? urn(sourceId!),
    ...(accessed === undefined ? {} : { state: onDay(accessed, cached) }),
    ...(quote === undefined || quote === '' || passage
      ? {}
      : { selector: { type: 'TextQuoteSelector', exact: quote } }),
  };
  if (cached === undefined || accessed !== undefined) return [link];
  return [link, { type: 'SpecificResource', purpose: 'linking', source: cached }];
}

/** A file that goes with the evidence, named by its bytes: they travel with Variorum JSON. */
function attached({ addedAt, addedBy, mediaType, name, sha256 }: Attachment): Node {
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    creator: person(addedBy),
    created: addedAt,
    source: {
      id: namedByHash(sha256),
      type: isPicture(mediaType) ? 'Image' : 'Text',
      format: mediaType,
      label: name,
    },
  };
}

/** The source as it was on the day on which it was looked at, and the copy that was kept of it. */
function onDay(day: string, cached: string | undefined): Node {
  return {
    type: 'TimeState',
    sourceDateStart: `${day}T00:00:00Z`,
    sourceDateEnd: `${day}T23:59:59Z`,
    ...(cached === undefined ? {} : { cached }),
  };
}

function remarks({ fit, locator, note, stance }: Evidence): Node[] {
  return [
    words('classifying', stance),
    ...(fit === undefined ? [] : [words('assessing', fit)]),
    ...(locator === undefined ? [] : [words('describing', locator)]),
    ...(note === undefined ? [] : [words('commenting', note)]),
  ];
}
