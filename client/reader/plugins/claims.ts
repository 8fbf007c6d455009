import { msg, str } from '@lit/localize';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, type DecorationSet } from 'prosemirror-view';
import type { Folded } from '../folded.ts';
import type { MountedChunk, Positions } from '../positions.ts';
import { type Layer, levelsOf, type Stretch, stretchesOf } from '../stretches.ts';
import type { Mark, MarkSource, Span } from '../types.ts';
import { askFor, ChunkDecorations, touches } from './chunk-decorations.ts';
import { foldedOf } from './folds.ts';

/** How far beyond a chunk its neighbours are looked at, so that a claim has one level in both. */
const MARGIN = 2_000;

const DATA_STATE = { open: 'open', checked: 'ok', suggested: 'sugg' } as const;

/** Says what a mark is: "Person, open, in conflict", with a value "Date: 27 April 2026, open"; "Suggestion: member". */
export function describeMark(mark: Mark, value?: string): string {
  if (mark.state === 'suggested') {
    const type = mark.label.toLocaleLowerCase();
    return value ? msg(str`Suggestion: ${type}, ${value}`) : msg(str`Suggestion: ${type}`);
  }
  const states = { open: msg('open'), checked: msg('checked') };
  const said = `${value ? `${mark.label}: ${value}` : mark.label}, ${states[mark.state]}`;
  return mark.conflict ? msg(str`${said}, in conflict`) : said;
}

function attributesOf(layer: Layer, stretch: Stretch, outermost: boolean, focused: boolean) {
  const { mark, range, level, starts, ends } = layer;
  const parts = mark.ranges.length;
  let css = `c t-${mark.type}`;
  if (level > 1) css += ` l${level}`;
  if (!starts) css += ' os';
  if (!ends) css += ' oe';
  if (focused) css += ' focus';
  const attributes: Record<string, string> = {
    nodeName: 'mark',
    class: css,
    'data-s': DATA_STATE[mark.state],
    'data-id': mark.id,
  };
  if (starts) attributes['aria-description'] = describeMark(mark);
  if (parts > 1 && starts && range > 0) attributes['data-from'] = `⋯ ${range + 1}/${parts}`;
  if (parts > 1 && ends && range < parts - 1) attributes['data-to'] = `${range + 1}/${parts} ⋯`;
  if (outermost && stretch.more) attributes['data-more'] = `+${stretch.more}`;
  return attributes;
}

/** A mark as far as a lens shows it; nothing where all of it is hidden. */
function shownPart(mark: Mark, folded: Folded): Mark[] {
  if (folded.setting.isPlain) return [mark];
  const ranges = mark.ranges.map(range => folded.shown(range)).filter(range => range !== null);
  return ranges.length > 0 ? [{ ...mark, ranges }] : [];
}

class Claims {
  constructor(
    readonly source: MarkSource,
    readonly focused: string | null,
    /** A mark that is shown in place of the source's, while its edge is being moved. */
    readonly preview: Mark | null,
    readonly chunks: ChunkDecorations,
  ) {}

  get decorations(): DecorationSet {
    return this.chunks.set;
  }

  /** Chunks whose decorations are up to date. */
  get fresh(): ReadonlySet<number> {
    return this.chunks.fresh;
  }

  marksIn(from: number, to: number): Mark[] {
    const { preview } = this;
    const marks = this.source.touching(from, to).map(mark => (mark.id === preview?.id ? preview : mark));
    return preview && !marks.includes(preview) ? [...marks, preview] : marks;
  }

  decorate(positions: Positions, chunk: MountedChunk, folded: Folded): Decoration[] {
    const end = chunk.start + chunk.rows.length;
    const marks = this.marksIn(chunk.start - MARGIN, end + MARGIN).flatMap(mark => shownPart(mark, folded));
    if (!marks.length) return [];
    const rows: Span[] = chunk.rows.starts.map((start, i) => ({
      start: chunk.start + start,
      end: chunk.start + chunk.rows.ends[i]!,
    }));
    const decorations: Decoration[] = [];
    for (const stretch of stretchesOf(marks, levelsOf(marks), folded.cut(rows))) {
      const from = positions.positionOf(stretch.start);
      const to = from + stretch.end - stretch.start;
      stretch.layers.forEach((layer, i) => {
        const focused = layer.mark.id === this.focused;
        const attributes = attributesOf(layer, stretch, i === 0, focused);
        decorations.push(Decoration.inline(from, to, attributes, { level: layer.level }));
      });
    }
    return decorations;
  }
}

interface Change {
  readonly source?: MarkSource;
  readonly focused?: string | null;
  readonly preview?: Mark | null;
  /** Spans whose decorations no longer hold, or all of them. */
  readonly stale?: readonly Span[] | 'all';
  /** Chunks to decorate now, in the window that the transaction ends with. */
  readonly decorate?: readonly number[];
}

const key = new PluginKey<Claims>('claims');

function applyChange(before: Claims, tr: Transaction, state: EditorState): Claims {
  const change = tr.getMeta(key) as Change | undefined;
  if (!change && !tr.docChanged) return before;
  const claims = new Claims(
    change?.source ?? before.source,
    change?.focused === undefined ? before.focused : change.focused,
    change?.preview === undefined ? before.preview : change.preview,
    before.chunks,
  );
  const folded = foldedOf(state);
  const isStale = touches(change?.stale ?? [], MARGIN);
  const chunks = before.chunks.apply(tr, state, isStale, (positions, chunk) =>
    claims.decorate(positions, chunk, folded),
  );
  return new Claims(claims.source, claims.focused, claims.preview, chunks);
}

const nothing: MarkSource = { touching: () => [], get: () => undefined, scan: () => undefined };

/** Highlights the claims of the chunks that it is told to decorate. */
export const claimsPlugin = (source: MarkSource = nothing): Plugin<Claims> =>
  new Plugin({
    key,
    state: {
      init: () => new Claims(source, null, null, new ChunkDecorations()),
      apply: (tr, before, _old, state) => applyChange(before, tr, state),
    },
    props: { decorations: state => key.getState(state)!.decorations },
  });

/** What is known of claims in a state: their source, the focused one, which chunks are decorated. */
export const claimsOf = (state: EditorState): Omit<Claims, 'decorate'> => key.getState(state)!;

/** Adds a change of what is highlighted to a transaction. */
export const changeClaims = (tr: Transaction, { decorate, ...change }: Change): Transaction => {
  if (decorate) askFor(tr, decorate);
  return tr.setMeta(key, { ...(tr.getMeta(key) as Change | undefined), ...change });
};

/** Claims that hold the unit at `offset`, or end there when `ending`; innermost first. */
export function claimsAt(source: MarkSource, offset: number, ending = false): Mark[] {
  const from = ending ? offset - 1 : offset;
  return source
    .touching(from, offset + 1)
    .filter(mark =>
      mark.ranges.some(r => r.start <= offset && (offset < r.end || (ending && offset === r.end))),
    )
    .sort((a, b) => lengthAt(a, offset) - lengthAt(b, offset) || (a.id < b.id ? -1 : 1));
}

const lengthAt = (mark: Mark, offset: number): number => {
  const range = mark.ranges.find(r => r.start <= offset && offset <= r.end)!;
  return range.end - range.start;
};
