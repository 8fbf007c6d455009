/** Most changes of one group: so many are made, shown and checked in well under a fifth of a second. */
export const PIECE = 1000;

/** @returns items cut into pieces of at most `PIECE` */
export function piecesOf<T>(items: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < items.length; at += PIECE) pieces.push(items.slice(at, at + PIECE));
  return pieces;
}

/**
 * Goes through items a piece at a time and lets the page breathe in between.
 * @param act is given each piece, and may wait
 * @throws the signal's reason once it aborts, before the next piece
 */
export async function inPieces<T>(
  items: readonly T[],
  size: number,
  act: (piece: readonly T[]) => void | Promise<void>,
  hand: { readonly signal?: AbortSignal; done?(share: number): void } = {},
): Promise<void> {
  for (let at = 0; at < items.length; at += size) {
    if (at > 0) await breath();
    hand.signal?.throwIfAborted();
    await act(items.slice(at, at + size));
    hand.done?.(Math.min(1, (at + size) / items.length));
  }
}

/** Resolves when the page has had a chance to draw and to hear its keys. */
export const breath = (): Promise<void> => new Promise(resolve => setTimeout(resolve));
