import type { Writable } from 'node:stream';
import type {
  ChangedLines,
  FateCounts,
  RevisionPreview,
  Waiting,
} from '../../shared/api/routes/revisions.ts';
import type { FateReason } from '../../shared/revising/fate.ts';
import { say } from './surroundings.ts';

/** So many changed places and so many of what waits are told one by one. */
const MOST = 20;
const LONGEST_QUOTE = 80;

const REASONS: Record<FateReason, string> = {
  untouched: 'nothing changed',
  'before-changed': 'what stands before it changed',
  'after-changed': 'what stands after it changed',
  moved: 'the words stand elsewhere',
  'several-places': 'the words stand in several places',
  'words-changed': 'its words changed',
  'form-changed': 'spaces, quotation marks, case or dashes of its words changed',
  'words-gone': 'its words are gone',
};

/** Tells what a revision would do. */
export function sayPreview(out: Writable, title: string, preview: RevisionPreview): void {
  const { difference, changes, sameText, waiting, claims, evidence, examination } = preview;
  const { encoding, undecodable } = examination;
  if (undecodable > 0)
    say(out, `${undecodable} places do not decode as ${encoding}: the file would be refused.`);
  if (sameText) say(out, `“${title}” would keep its text, letter for letter.`);
  else {
    const { gone, come, blocks } = difference;
    say(
      out,
      `“${title}”: ${gone} characters go and ${come} come, in ${blocks} ${blocks === 1 ? 'place' : 'places'}.`,
    );
  }
  for (const block of changes.slice(0, MOST)) sayBlock(out, block);
  if (difference.blocks > MOST) say(out, `… and ${difference.blocks - MOST} more places`);
  sayFates(out, claims, evidence);
  for (const one of waiting.slice(0, MOST)) say(out, sayWaiting(one));
  const more = waitingOf(claims) + waitingOf(evidence) - Math.min(MOST, waiting.length);
  if (more > 0) say(out, `… and ${more} more`);
}

/** Tells how many claims and passages of evidence have which fate. */
export function sayFates(out: Writable, claims: FateCounts, evidence: FateCounts): void {
  const silent = claims.intact + claims.shifted;
  say(
    out,
    `${silent} claims stand on the same words; ${waitingOf(claims)} wait to be placed${listed(claims)}.`,
  );
  if (waitingOf(evidence) > 0)
    say(out, `${waitingOf(evidence)} passages quoted as evidence are to be looked at${listed(evidence)}.`);
}

const waitingOf = (counts: FateCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.intact - counts.shifted;

function listed({ intact: _, shifted: __, ...counts }: FateCounts): string {
  const said = Object.entries(counts).flatMap(([state, count]) => (count > 0 ? `${count} ${state}` : []));
  return said.length > 0 ? `: ${said.join(', ')}` : '';
}

function sayBlock(out: Writable, { beforeLine, line, parts }: ChangedLines): void {
  const side = (other: 'gone' | 'come', mark: string) => {
    if (!parts.some(({ is }) => is === other)) return;
    const text = parts.flatMap(part =>
      part.is === 'same'
        ? part.text
        : part.is === other
          ? part.text.replace(/\S(?:.*\S)?/g, words => mark + words + mark)
          : [],
    );
    for (const one of text.join('').trimEnd().split(/\r?\n/))
      say(out, `${other === 'gone' ? '-' : '+'} ${one}`);
  };
  say(out, `@@ -${beforeLine} +${line} @@`);
  side('gone', '~');
  side('come', '*');
}

function sayWaiting({ of, anchor, fate }: Waiting): string {
  const why = fate.reasons.map(reason => REASONS[reason]).join(', ');
  const [first] = fate.candidates;
  const now = first && first.quote.exact !== anchor.quote.exact ? ` → “${short(first.quote.exact)}”` : '';
  const name = of === 'evidence' ? 'evidence' : 'claim';
  return `  ${fate.state}: ${name} “${short(anchor.quote.exact)}”${now} (${why})`;
}

function short(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE - 1)}…` : plain;
}
