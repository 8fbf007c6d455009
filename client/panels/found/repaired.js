import { splitsPair } from '../../../shared/text/text-like.js';
/**
 * Shows what a repair does to the words of a finding.
 * @returns the stretch before and after, as far as the finding's own words reach; undefined where there is no repair, or
 * it lies outside of them
 */
export function repaired({ repair, sides }) {
  if (!repair || repair.edits.length === 0) return undefined;
  const [first] = repair.edits;
  const last = repair.edits[repair.edits.length - 1];
  const around = sides
    .flatMap(({ spans }) => spans)
    .find(
      span =>
        span.documentId === repair.documentId &&
        span.start - (span.prefix?.length ?? 0) <= first.start &&
        last.end <= span.end + (span.suffix?.length ?? 0),
    );
  if (!around) return undefined;
  const from = around.start - (around.prefix?.length ?? 0);
  const before = `${around.prefix ?? ''}${around.quote}${around.suffix ?? ''}`;
  let after = '';
  let at = from;
  for (const { start, end, text } of repair.edits) {
    after += before.slice(at - from, start - from) + text;
    at = end;
  }
  return narrowed(before, after + before.slice(at - from));
}
/** Units of what stays the same that are kept on either side. */
const KEPT = 40;
function narrowed(before, after) {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const from = wholeLetter(before, Math.max(0, head - KEPT));
  const left = Math.max(0, tail - KEPT);
  const cut = text => text.slice(from, wholeLetter(text, text.length - left));
  const signed = text => `${from > 0 ? '…' : ''}${cut(text)}${left > 0 ? '…' : ''}`;
  return { before: signed(before), after: signed(after), words: cut(after) };
}
const wholeLetter = (text, at) => (splitsPair(text, at) ? at + 1 : at);
/** @returns two texts, each with the one stretch in which they differ; no letter is cut in two */
export function differing(a, b) {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  if (splitsPair(a, head) || splitsPair(b, head)) head--;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  if (splitsPair(a, a.length - tail) || splitsPair(b, b.length - tail)) tail--;
  const cut = text => ({
    head: text.slice(0, head),
    own: text.slice(head, text.length - tail),
    tail: text.slice(text.length - tail),
  });
  return [cut(a), cut(b)];
}
//# sourceMappingURL=repaired.js.map
