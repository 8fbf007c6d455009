import type { CslDate } from '../../citations/csl.ts';
import type { Evidence, Source } from '../../model/source.ts';
import { certainlyBefore } from '../../values/dates/compare-dates.ts';
import { folded } from '../../values/folded.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import type { Known } from '../known.ts';
import type { Mention } from '../mention.ts';
import { spansOf } from '../place.ts';
import type { GroupRule } from '../rule.ts';
import { announcingWord } from '../text/announcing.ts';

const evidenceOf = ({ claimId }: Mention, { evidence }: Known): readonly Evidence[] =>
  claimId === undefined ? [] : (evidence.get(claimId) ?? []);

const sourceOf = ({ sourceId }: Evidence, { sources }: Known): Source | undefined =>
  sourceId === undefined ? undefined : sources.get(sourceId);

/** A quotation whose words do not stand in the document that it is taken from. */
export const quotationMissing: GroupRule = {
  id: 'quotation-missing',
  version: 1,
  kind: 'source-support',
  severity: 'warning',
  label: 'Quotations that do not stand in the document they are taken from',
  compares: 'groups',
  keys: (mention, known) =>
    mention.value.kind === 'quotation' && evidenceOf(mention, known).length > 0 ? [mention.id] : [],
  *examine(_key, [mention], known): Iterable<Finding> {
    const value = mention?.value;
    if (!mention || value?.kind !== 'quotation') return;
    const ids = new Set(
      evidenceOf(mention, known).flatMap(
        one => one.passage?.documentId ?? sourceOf(one, known)?.documentId ?? [],
      ),
    );
    const texts = [...ids]
      .flatMap(id => known.texts.get(id) ?? [])
      .filter(({ documentId }) => documentId !== mention.documentId);
    const parts = value.words
      .split(/\s*(?:\[?…\]?|\[?\.{3}\]?)\s*/u)
      .map(plain)
      .filter(part => part.length > 0);
    if (texts.length === 0 || parts.length === 0) return;
    const missing = texts.map(text => firstMissing(plain(text.text), parts));
    if (missing.some(part => part === undefined)) return;
    const words = value.words.length > 120 ? `${value.words.slice(0, 119)}…` : value.words;
    const names = texts.map(({ title, documentId }) => title ?? documentId).join(', ');
    yield found(quotationMissing, {
      message: `“${words}” does not stand in ${names}`,
      given: { words, document: names },
      sides: [{ value: words, spans: spansOf(mention, known.texts.get(mention.documentId)) }],
      grounds: [
        speaksFor('quotation-missing.part', `These words are missing there: “${missing[0]!.slice(0, 200)}”`, {
          words: missing[0]!.slice(0, 200),
        }),
        speaksAgainst('quotation-missing.translated', 'It may be translated'),
      ],
      key: `quotation-missing|${plain(value.words).slice(0, 200)}|${names}`,
    });
  },
};

/** Words as they are compared: one kind of quotation mark and dash, white space folded, in lower case. */
const plain = (words: string): string =>
  folded(words)
    .toLowerCase()
    .replace(/[“”„«»‟"]/gu, '"')
    .replace(/[‘’‚ʼ]/gu, "'")
    .replace(/[–—‑−]/gu, '-')
    .replace(/^["'.,;:\s]+|["'.,;:\s]+$/gu, '');

/** @returns the first part that does not stand behind the one before it, or undefined */
function firstMissing(text: string, parts: readonly string[]): string | undefined {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return part;
    from = at + part.length;
  }
  return undefined;
}

/** Evidence that is older than what it should prove, or that announces it. */
export const evidenceBeforeEvent: GroupRule = {
  id: 'evidence-before-event',
  version: 1,
  kind: 'source-predates-event',
  severity: 'warning',
  label: 'Evidence older than the event it should prove',
  compares: 'groups',
  keys: (mention, known) => (evidenceOf(mention, known).length > 0 ? [mention.id] : []),
  *examine(_key, [mention], known): Iterable<Finding> {
    const text = mention && known.texts.get(mention.documentId);
    if (!mention || !text) return;
    const event = eventDate(mention);
    for (const one of evidenceOf(mention, known)) {
      const source = sourceOf(one, known);
      if (!source || (one.stance !== 'supports' && one.stance !== 'partly-supports')) continue;
      const issued = edtfOf(source.csl.issued);
      const title = source.csl.title ?? '';
      const announces = announcingWord(title);
      const isOlder = issued !== undefined && event !== undefined && certainlyBefore(issued, event);
      const isAnnouncement =
        announces !== undefined && (mention.type === 'speaker' || mention.type === 'signatory');
      if (!isOlder && !isAnnouncement) continue;
      const given = {
        title: title.slice(0, 200),
        issued: issued ?? '',
        event: event ?? '',
        word: announces ?? '',
      };
      yield found(evidenceBeforeEvent, {
        severity: isOlder ? 'warning' : 'info',
        message: isOlder
          ? `“${given.title}” is of ${issued}, before ${event}, which it should prove`
          : `“${given.title}” announces (“${announces}”) what it should prove`,
        given,
        sides: [{ value: mention.quote.slice(0, 200), spans: spansOf(mention, text) }],
        grounds: [
          ...(isOlder
            ? [speaksFor('evidence-before-event.older', `It is of ${issued}, the event of ${event}`, given)]
            : []),
          ...(announces
            ? [
                speaksFor(
                  'evidence-before-event.announces',
                  `Its title speaks of what is to come: “${announces}”`,
                  given,
                ),
              ]
            : []),
          speaksAgainst('evidence-before-event.plans', 'It may prove that it was planned'),
        ],
        key: `evidence-before-event|${mention.type}|${mention.quote.toLowerCase().slice(0, 100)}|${given.title}`,
      });
    }
  },
};

/** When it was what a claim tells of: its own date, or the one that its fields give. */
function eventDate(mention: Mention): string | undefined {
  if (mention.value.kind === 'date') return mention.value.edtf;
  return /^\d{4}(?:-\d\d){0,2}$/.exec(mention.fields.date ?? '')?.[0];
}

function edtfOf(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts']?.[0]?.map(Number).filter(Number.isFinite);
  if (!parts || parts.length === 0) return undefined;
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

/** Hosts on which everybody publishes by himself. */
const SELF =
  /^(?:[\w-]+\.)*(?:facebook|fb|x|twitter|instagram|tiktok|youtube|vk|ok|t|telegram|medium|substack|blogspot|wordpress|livejournal|tumblr|reddit|threads|linkedin|weibo|rumble|odysee|dzen)\.(?:com|me|ru|org|net|tv|be)$/iu;
const MANY = 5;

/** Many claims of a text that rest on one source alone, which somebody published himself. */
export const oneOrigin: GroupRule = {
  id: 'one-origin',
  version: 1,
  kind: 'source-support',
  severity: 'info',
  label: 'Many claims that rest on one self-published source alone',
  compares: 'groups',
  keys(mention, known) {
    const ids = new Set(evidenceOf(mention, known).map(({ sourceId }) => sourceId));
    const [id] = ids;
    if (ids.size !== 1 || id === undefined) return [];
    return isSelfPublished(known.sources.get(id), known.texts.get(mention.documentId)?.title)
      ? [`${mention.documentId} ${id}`]
      : [];
  },
  *examine(key, group, known): Iterable<Finding> {
    if (group.length < MANY) return;
    const source = known.sources.get(key.slice(key.indexOf(' ') + 1));
    const title = source?.csl.title ?? source?.csl.URL ?? '';
    yield found(oneOrigin, {
      message: `${group.length} claims rest on “${title}” alone, which is self-published`,
      given: { title, times: String(group.length) },
      sides: [
        {
          value: title.slice(0, 200) || '–',
          spans: group.flatMap(mention => spansOf(mention, known.texts.get(mention.documentId))),
        },
      ],
      grounds: [
        speaksFor('one-origin.self', 'Nobody else answers for what it says'),
        speaksFor('one-origin.alone', 'These claims have no other evidence'),
      ],
      key: `one-origin|${title.slice(0, 200)}`,
    });
  },
};

/** Whether everybody can publish there, or the address is that of what the text is about. */
function isSelfPublished(source: Source | undefined, title: string | undefined): boolean {
  const host = /^https?:\/\/([^/?#:]{1,200})/i.exec(source?.csl.URL ?? '')?.[1]?.toLowerCase();
  if (!host) return false;
  if (SELF.test(host)) return true;
  const own = folded(title ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 5);
  return own.some(word => host.split('.').some(part => part === word));
}
