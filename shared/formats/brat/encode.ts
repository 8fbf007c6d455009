import { canonicalJson } from '../../json/canonical.ts';
import { CodePoints } from '../../text/code-points.ts';
import type { DeskView, WrittenFile } from '../format.ts';
import { isPlainValue, leaveHalves, leaveOfClaim, leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { type MarkedClaim, type MarkedText, markedTexts } from '../marked-texts.ts';
import { inPieces } from '../pieces.ts';
import { spacesEach } from '../placing/words.ts';

/** Writes each text and its claims as a pair of files. */
export async function* files(desk: DeskView, losses: Losses): AsyncGenerator<WrittenFile> {
  leaveOfDesk(losses, desk, [
    'conflicts',
    'history',
    'removed',
    'refusals',
    'entities',
    'sources',
    'former-texts',
  ]);
  const names = new Map(desk.objects.entity.map(({ id, object }) => [id, object.preferred]));
  for await (const marked of markedTexts(desk, losses)) {
    yield { name: `${marked.stem}.txt`, pieces: one(marked.text) };
    yield { name: `${marked.stem}.ann`, pieces: inPieces(annotations(marked, names, losses)) };
  }
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}

async function* annotations(
  { text, claims }: MarkedText,
  names: ReadonlyMap<string, string>,
  losses: Losses,
): AsyncGenerator<string> {
  const points = new CodePoints(text);
  const count = { A: 0, N: 0, '#': 0 };
  const next = (letter: keyof typeof count): string => `${letter}${++count[letter]}`;
  for (const [i, { claim, ranges }] of claims.entries()) {
    const id = `T${i + 1}`;
    yield `${id}\t${claim.type} ${numbersOf(ranges, points)}\t${surfaceOf(text, ranges)}\n`;
    if (claim.verdict !== undefined) yield `${next('A')}\tVerdict ${id} ${claim.verdict}\n`;
    if (claim.workflow !== 'open') yield `${next('A')}\tWorkflow ${id} ${claim.workflow}\n`;
    if (claim.entityId !== undefined)
      yield `${next('N')}\tReference ${id} Variorum:${claim.entityId}\t${oneLine(names.get(claim.entityId) ?? '')}\n`;
    for (const [name, words] of remarksOf(claim)) {
      if (words !== oneLine(words))
        losses.add(
          'lines',
          'Line ends and tabs within tags, fields and notes; they came as spaces.',
          claim.id,
        );
      leaveHalves(losses, claim.id, words);
      yield `${next('#')}\t${name} ${id}\t${oneLine(words)}\n`;
    }
    leaveOfClaim(losses, claim, [
      'entity',
      'note-authors',
      'threads',
      'evidence',
      'settled',
      'author',
      'state',
      'imported',
    ]);
  }
}

const numbersOf = (ranges: MarkedClaim['ranges'], points: CodePoints): string =>
  ranges.map(({ start, end }) => `${points.fromUtf16(start)} ${points.fromUtf16(end)}`).join(';');

const surfaceOf = (text: string, ranges: MarkedClaim['ranges']): string =>
  ranges.map(({ start, end }) => spacesEach(text.slice(start, end))).join(' ');

function* remarksOf(claim: MarkedClaim['claim']): Generator<readonly [name: string, words: string]> {
  if (claim.value !== undefined && !isPlainValue(claim)) yield ['Value', canonicalJson(claim.value)];
  for (const [name, words] of Object.entries(claim.fields)) yield [`Field.${name}`, words];
  for (const tag of claim.tags) yield ['Tag', tag];
  for (const { text } of claim.notes) yield ['AnnotatorNotes', text];
}

const oneLine = (text: string): string => text.replace(/\r\n|[\r\n\t\u0085\u2028\u2029]/g, ' ');
