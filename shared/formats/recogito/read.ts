import { z } from 'zod';
import type { FileHead, ForeignAnnotation, ForeignPiece, LongFile } from '../foreign.ts';
import { FormatError } from '../format.ts';
import type { Part } from '../placing/sought.ts';
import { nodesIn, readNodes } from '../web-annotation/read.ts';
import { listOf } from '../web-annotation/read-selectors.ts';
import type { Node } from '../web-annotation/terms.ts';

const Range = z.object({
  quote: z.string().optional(),
  start: z.number().optional(),
  end: z.number().optional(),
});

/**
 * Reads what Recogito and Annotorious save: annotations that look like the W3C's, without a source, with positions in
 * UTF-16 units of a page; and the text annotator's own form, in which the ranges of one annotation belong together.
 */
export async function* read(files: readonly LongFile[]): AsyncGenerator<ForeignPiece> {
  const nodes = nodesIn(files, (node, { name }) => asWebAnnotation(node, name));
  const none = () => {
    throw new FormatError('target', 'There is no annotation in this file.');
  };
  for await (const piece of readNodes(nodes, none))
    yield piece.is === 'annotation' ? { ...piece, annotation: inUtf16(piece.annotation) } : piece;
}

export function recognises({ text }: FileHead): boolean {
  const head = text.slice(0, 100_000);
  return (
    /^\ufeff?\s*\[/.test(head) &&
    /"selector"\s*:/.test(head) &&
    (/"bodies"\s*:/.test(head) || /"(id|annotation)"\s*:\s*"(#|[0-9a-f]{8}-)/.test(head))
  );
}

function asWebAnnotation(node: Node, name: string): Node {
  const { bodies, target, body } = node;
  const targets = listOf(target).flatMap(one => asTargets(one, name));
  return { ...node, body: body ?? bodies ?? [], target: targets };
}

function asTargets(target: unknown, name: string): unknown[] {
  if (typeof target !== 'object' || target === null || !('selector' in target)) return [target];
  const { source = name || 'recogito', selector } = target as Record<string, unknown>;
  const ranges = listOf(selector);
  if (!ranges.some(one => typeof one === 'object' && one !== null && !('type' in one)))
    return [{ ...target, source }];
  return ranges.map(range => ({ source, selector: asSelectors(range) }));
}

/** One range of the text annotator's own form. */
function asSelectors(range: unknown): unknown[] {
  const read = Range.safeParse(range);
  const { startSelector, endSelector } = (range ?? {}) as Record<string, unknown>;
  if (startSelector && endSelector) return [{ type: 'RangeSelector', startSelector, endSelector }];
  if (!read.success) return [range];
  const { quote, start, end } = read.data;
  return [
    ...(quote ? [{ type: 'TextQuoteSelector', exact: quote }] : []),
    ...(start === undefined || end === undefined ? [] : [{ type: 'TextPositionSelector', start, end }]),
  ];
}

/** Its positions count UTF-16 units, and its quotes are what the page showed. */
function inUtf16(annotation: ForeignAnnotation): ForeignAnnotation {
  const { target } = annotation;
  const parts = target.sought.parts.map(alternatives => alternatives.map(counted));
  return { ...annotation, target: { ...target, sought: { parts, spaces: 'runs' } } };
}

function counted(part: Part): Part {
  return part.by === 'words'
    ? { ...part, positions: part.positions.map(position => ({ ...position, unit: 'utf16' })) }
    : part;
}
