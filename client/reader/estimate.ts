import { chunkEnd } from '../../shared/text/layout.ts';
import type { TextMap } from './types.ts';

/** What a face measures, in pixels. */
export interface FaceMetrics {
  readonly letter: number;
  readonly line: number;
  /** Space below a row. */
  readonly gap: number;
}

const SAMPLE = 'The quick brown fox jumps over the lazy dog, 27 April 2026. Быстрая лиса.';

/** Measures a face by setting a sample in an element like the text's own. */
export function measureFace(sheet: HTMLElement, css: string): FaceMetrics {
  const probe = document.createElement('div');
  probe.className = css;
  probe.style.cssText = 'position:absolute;visibility:hidden;width:max-content';
  const row = document.createElement('p');
  row.textContent = SAMPLE;
  probe.append(row);
  sheet.append(probe);
  const style = getComputedStyle(row);
  const metrics = {
    letter: row.getBoundingClientRect().width / SAMPLE.length || 8,
    line: Number.parseFloat(style.lineHeight) || 28,
    gap: Number.parseFloat(style.paddingBottom) || 0,
  };
  probe.remove();
  return metrics;
}

/**
 * Guesses the height of every chunk from its length and number of rows: whole lines for the text, half a
 * line lost at the end of each row.
 */
export function estimateHeights(map: TextMap, face: FaceMetrics, measure: number): Float64Array {
  const perLine = Math.max(8, measure / face.letter);
  return Float64Array.from(map.chunkStarts, (start, chunk) => {
    const rows = (map.chunkRows[chunk + 1] ?? map.rows) - map.chunkRows[chunk]!;
    const lines = Math.max(rows, (chunkEnd(map, chunk) - start) / perLine + rows / 2);
    return lines * face.line + rows * face.gap;
  });
}
