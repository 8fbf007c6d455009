import { shortCitation } from '../../citations/short-citation.ts';
import type { Source } from '../../model/source.ts';
import { CodePoints } from '../../text/code-points.ts';
import { escapeMarkup, isTellable } from '../escape-markup.ts';
import type { DeskView, Format, WrittenFile } from '../format.ts';
import { leaveOfClaim, leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { type MarkedClaim, type MarkedText, markedTexts } from '../marked-texts.ts';
import { inPieces } from '../pieces.ts';

/** TEI P5 with the claims as stand-off annotation: a file for each text, whose white space is kept as it is. */
export const tei: Format = {
  id: 'tei',
  label: 'TEI with stand-off',
  extension: 'tei.xml',
  mediaType: 'application/tei+xml',
  files,
};

async function* files(desk: DeskView, losses: Losses): AsyncGenerator<WrittenFile> {
  leaveOfDesk(losses, desk, ['conflicts', 'history', 'removed', 'refusals', 'entities', 'former-texts']);
  const sources = new Map(desk.objects.source.map(({ id, object }) => [id, object]));
  for await (const marked of markedTexts(desk, losses))
    yield { name: `${marked.stem}.tei.xml`, pieces: inPieces(write(marked, sources, losses)) };
}

async function* write(
  { text, claims, document, revision }: MarkedText,
  sources: ReadonlyMap<string, Source>,
  losses: Losses,
): AsyncGenerator<string> {
  if (!isTellable(text))
    losses.add('xml-characters', 'Characters that XML cannot hold; they stand as U+FFFD.', document.id);
  const language = document.language === undefined ? '' : ` xml:lang="${escapeMarkup(document.language)}"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"${language}>\n`;
  yield `<teiHeader><fileDesc><titleStmt><title>${escapeMarkup(document.title)}</title></titleStmt>`;
  yield '<publicationStmt><p>Written by Variorum.</p></publicationStmt>';
  yield `<sourceDesc><bibl>${document.origin === undefined ? 'Born digital.' : escapeMarkup(document.origin)}</bibl>`;
  yield `<p>Revision ${revision.id}, SHA-256 of its bytes ${revision.sha256}.</p></sourceDesc></fileDesc></teiHeader>\n`;
  yield '<standOff>\n<listAnnotation>\n';
  const points = new CodePoints(text);
  const cited = new Map<string, Source>();
  for (const marked of claims) {
    yield annotation(marked, points, sources, cited, losses);
    leaveOfClaim(losses, marked.claim, ['value', 'entity', 'threads', 'settled', 'state', 'imported']);
  }
  yield '</listAnnotation>\n';
  if (cited.size > 0) yield `<listBibl>\n${[...cited.values()].map(bibl).join('')}</listBibl>\n`;
  yield `</standOff>\n<text><body><ab xml:id="text" xml:space="preserve">${escapeMarkup(text)}</ab></body></text>\n</TEI>\n`;
}

/** `string-range` of the TEI Guidelines: offset and length in characters from the start of the element. */
function annotation(
  { claim, ranges }: MarkedClaim,
  points: CodePoints,
  sources: ReadonlyMap<string, Source>,
  cited: Map<string, Source>,
  losses: Losses,
): string {
  const target = ranges
    .map(({ start, end }) => {
      const from = points.fromUtf16(start);
      return `#string-range(text,${from},${points.fromUtf16(end) - from})`;
    })
    .join(' ');
  const note = (type: string, words: string, more = ''): string => {
    if (!isTellable(words))
      losses.add('xml-characters', 'Characters that XML cannot hold; they stand as U+FFFD.', claim.id);
    return `<note type="${type}"${more}>${escapeMarkup(words)}</note>`;
  };
  const evidence = claim.evidence.map(({ sourceId, stance, fit, quote, locator, note: remark }) => {
    const source = sources.get(sourceId ?? '');
    if (source) cited.set(source.id, source);
    const said = [stance, fit, locator, quote && `“${quote}”`, remark].filter(Boolean).join(' · ');
    return note('evidence', said, source ? ` target="#source-${source.id}"` : '');
  });
  const children = [
    `<respStmt><resp>claim marked by</resp><name>${escapeMarkup(claim.createdBy)}</name></respStmt>`,
    `<revisionDesc><change when="${escapeMarkup(claim.createdAt)}">made</change></revisionDesc>`,
    note('type', claim.type),
    note('workflow', claim.workflow),
    ...(claim.verdict === undefined ? [] : [note('verdict', claim.verdict)]),
    ...Object.entries(claim.fields).map(([name, words]) => note('field', words, ` n="${name}"`)),
    ...claim.tags.map(tag => note('tag', tag)),
    ...claim.notes.map(({ text, by, at }) =>
      note('note', text, ` resp="${escapeMarkup(respOf(by))}" n="${escapeMarkup(at)}"`),
    ),
    ...evidence,
  ];
  return `<annotation xml:id="claim-${claim.id}" motivation="classifying" target="${target}">${children.join('')}</annotation>\n`;
}

/** A person is pointed to by a name that an address can hold. */
const respOf = (by: string): string =>
  `person:${encodeURIComponent(by.replace(/\p{Surrogate}/gu, '\ufffd'))}`;

function bibl({ id, csl }: Source): string {
  const pointer = csl.URL === undefined ? '' : `<ptr target="${escapeMarkup(csl.URL)}"/>`;
  const title = csl.title === undefined ? '' : `<title>${escapeMarkup(csl.title)}</title>`;
  return `<bibl xml:id="source-${id}">${escapeMarkup(shortCitation(csl, 'en'))}${title}${pointer}</bibl>\n`;
}
