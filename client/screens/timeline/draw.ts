import * as Plot from '@observablehq/plot';
import type { Dated } from '../../../shared/timeline/dated.ts';
import { layOut, type Window } from '../../../shared/timeline/lay-out.ts';
import { dateFormat } from '../../localize/formatters.ts';
import { locale } from '../../localize/locale.ts';
import type { Chronicle, Lane } from './lanes.ts';

const DAY = 86_400_000;
/** CSS pixels. */
const ROW = 25;
const HEAD = 34;
const LANE_MARGIN = 12;
const TITLES = 190;
const TITLES_NARROW = 120;
const NARROW = 820;
const SIDE = 14;
/** Room for the words of the last tick. */
const END = 30;
const MOST_ROWS = 14;
/** Longest words beside a thing, in UTF-16 code units, and how wide one is on average. */
const LONGEST = 56;
const LETTER = 6.6;
/** Between a thing and its words. */
const BESIDE = 14;

/** What is drawn, and how. */
export interface Drawing {
  readonly chronicle: Pick<Chronicle, 'lanes' | 'contradictions' | 'early'>;
  readonly window: Window;
  /** CSS pixels. */
  readonly width: number;
  /** Whether the window stands for a year that is not written. */
  readonly anyYear: boolean;
  readonly label: string;
  /** The words beside a thing. */
  readonly say: (thing: Dated) => string;
}

/** A shape: a point or a span of one thing. */
interface Shape {
  readonly key: string;
  readonly what: Dated['what'];
  /** Days since 1970-01-01, the last one excluded. */
  readonly from: number;
  readonly to: number;
  readonly isPoint: boolean;
  readonly isOpen: boolean;
  readonly y: number;
  readonly isRed: boolean;
}

/** What stands beside a shape. */
interface Words {
  readonly key: string;
  readonly at: number;
  readonly y: number;
  readonly text: string;
  readonly side: 'after' | 'before' | 'inside';
  readonly isRed: boolean;
}

const at = (days: number) => new Date(days * DAY);
const middle = ({ from, to }: Shape) => at((from + to) / 2);
const colour = ({ isRed, what }: Shape) =>
  isRed ? 'var(--red)' : what === 'claim' ? 'var(--h-amber)' : 'var(--h-grey)';

/** @returns a drawing whose shapes bear the keys of what they stand for in `data-key` */
export function drawTimeline(drawing: Drawing): SVGSVGElement {
  const { chronicle, window, width, anyYear } = drawing;
  const titles = titlesOf(width);
  const { shapes, words, heads, height } = place(drawing);
  const points = shapes.filter(({ isPoint }) => isPoint);
  const isHollow = ({ what, isOpen }: Shape) => anyYear || what === 'accessed' || isOpen;
  const groups: { className: string; data: readonly { key: string }[] }[] = [];
  const grouped = <T extends { key: string }>(
    className: string,
    data: readonly T[],
  ): [readonly T[], string] => {
    groups.push({ className, data });
    return [data, className];
  };
  const spans = ([false, true] as const).map(isOpen => {
    const [data, className] = grouped(
      isOpen ? 'tl-open' : 'tl-spans',
      shapes.filter(shape => !shape.isPoint && shape.isOpen === isOpen),
    );
    return Plot.rect(data, {
      x1: ({ from }: Shape) => at(from),
      x2: ({ to }: Shape) => at(to),
      y1: ({ y }: Shape) => y - 7,
      y2: ({ y }: Shape) => y + 7,
      rx: 2,
      fill: colour,
      fillOpacity: isOpen ? 0.14 : 0.28,
      stroke: colour,
      strokeWidth: 1.5,
      ...(isOpen ? { strokeDasharray: '4 3' } : {}),
      className,
    });
  });
  const [dots, dotClass] = grouped('tl-points', points);
  const texts = (['after', 'before', 'inside'] as const).flatMap(side =>
    [false, true].map(isRed => {
      const [data, className] = grouped(
        `tl-words-${side}${isRed ? '-red' : ''}`,
        words.filter(one => one.side === side && one.isRed === isRed),
      );
      return Plot.text(data, {
        x: (one: Words) => at(one.at),
        y: 'y',
        dx: side === 'before' ? -11 : 11,
        text: 'text',
        textAnchor: side === 'before' ? 'end' : 'start',
        fill: isRed ? 'var(--red)' : 'var(--ink)',
        fontWeight: isRed ? 600 : 400,
        className,
      });
    }),
  );
  const ticks = Math.max(3, Math.floor(width / 150));
  const svg = Plot.plot({
    width,
    height,
    marginLeft: titles + SIDE,
    marginRight: END,
    marginTop: HEAD,
    marginBottom: 6,
    className: 'tl-plot',
    ariaLabel: drawing.label,
    style: { background: 'none', fontFamily: 'var(--sans)', fontSize: '13px', color: 'var(--ink)' },
    x: { type: 'utc', domain: [at(window.from), at(window.to)] },
    y: { type: 'linear', domain: [0, height - HEAD - 6], range: [HEAD, height - 6], axis: null },
    marks: [
      Plot.ruleY(
        heads.map(({ top }) => top),
        { stroke: 'var(--rule-2)', insetLeft: -titles },
      ),
      Plot.gridX({ stroke: 'var(--rule)', strokeOpacity: 1, ticks }),
      Plot.axisX({
        anchor: 'top',
        tickSize: 0,
        ticks,
        tickFormat: (date: Date) => sayTick(date, window, anyYear),
        fill: 'var(--ink-3)',
        fontSize: 12,
        label: null,
      }),
      ...(['title', 'under'] as const).map(line =>
        Plot.text(
          heads.filter(({ lane }) => lane[line] !== ''),
          {
            x: () => at(window.from),
            y: ({ top }: { top: number }) => top + (line === 'title' ? 13 : 33),
            dx: -titles - SIDE / 2,
            text: ({ lane }: { lane: Lane }) => cut(lane[line], 64),
            textAnchor: 'start',
            lineAnchor: 'top',
            lineWidth: (line === 'title' ? 12 : 16) * (titles / TITLES),
            fill: line === 'title' ? 'var(--ink)' : 'var(--ink-3)',
            fontFamily: line === 'title' ? 'var(--serif)' : 'var(--sans)',
            fontSize: line === 'title' ? 15 : 12,
            fontWeight: line === 'title' ? 600 : 400,
          },
        ),
      ),
      Plot.arrow(joints(chronicle.contradictions, shapes), {
        x1: ({ a }: Joint) => middle(a),
        y1: ({ a }: Joint) => a.y,
        x2: ({ b }: Joint) => middle(b),
        y2: ({ b }: Joint) => b.y,
        bend: true,
        headLength: 0,
        stroke: 'var(--red)',
        strokeWidth: 1.5,
        strokeDasharray: '5 4',
        inset: 7,
      }),
      Plot.link(lifelines(shapes), {
        x1: ({ a }: Joint) => middle(a),
        x2: ({ b }: Joint) => middle(b),
        y1: ({ a }: Joint) => a.y,
        y2: ({ b }: Joint) => b.y,
        stroke: ({ a }: Joint) => colour(a),
        strokeWidth: 1.5,
      }),
      ...spans,
      Plot.dot(dots, {
        x: middle,
        y: 'y',
        r: 5.5,
        symbol: anyYear ? 'diamond' : 'circle',
        fill: shape => (isHollow(shape) ? 'var(--paper)' : colour(shape)),
        stroke: colour,
        strokeWidth: 2,
        className: dotClass,
      }),
      ...texts,
    ],
  }) as SVGSVGElement;
  for (const { className, data } of groups) tag(svg, className, data);
  // A group of shapes has no role that could bear a name.
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  svg.setAttribute('role', 'img');
  return svg;
}

/** Plot keeps with each shape the place of its datum. */
function tag(svg: SVGSVGElement, className: string, data: readonly { key: string }[]): void {
  for (const shape of svg.querySelectorAll<SVGElement & { __data__?: number }>(`.${className} > *`)) {
    const datum = data[shape.__data__ ?? -1];
    if (datum) shape.dataset.key = datum.key;
  }
}

function place({ chronicle, window, width, say }: Drawing) {
  const { lanes, contradictions, early } = chronicle;
  const red = new Set(contradictions.flatMap(({ keys }) => keys));
  const shapes: Shape[] = [];
  const words: Words[] = [];
  const heads: { lane: Lane; top: number }[] = [];
  const measures = {
    width: width - titlesOf(width) - SIDE - END,
    words: (thing: Dated) => Math.min(say(thing).length, LONGEST) * LETTER + BESIDE,
    mostRows: MOST_ROWS,
  };
  let top = 0;
  for (const lane of lanes) {
    const isSources = lane.key === 'sources';
    const laid = layOut(isSources ? lifetimes(lane.things) : lane.things, window, measures);
    heads.push({ lane, top });
    for (const one of laid) {
      const { thing, side } = one;
      const y = top + LANE_MARGIN + (one.row + 0.5) * ROW;
      const isRed = red.has(thing.key) || (isSources && early.has(thing.id));
      if (isSources) shapes.push(...days(thing, lane.things, window).map(day => ({ ...day, y, isRed })));
      else shapes.push({ ...one, key: thing.key, what: thing.what, y, isRed });
      if (side === 'none') continue;
      const edge = side === 'after' ? one.to : one.from;
      words.push({
        key: thing.key,
        at: one.isPoint ? (one.from + one.to) / 2 : edge,
        y,
        text: cut(say(thing), Math.min(LONGEST, Math.round((one.room - BESIDE) / LETTER))),
        side,
        isRed,
      });
    }
    const rows = Math.max(
      lane.under || lane.title.length > (width < NARROW ? 12 : 22) ? 2 : 1,
      ...laid.map(({ row }) => row + 1),
    );
    top += rows * ROW + 2 * LANE_MARGIN;
  }
  return { shapes, words, heads, height: HEAD + top + 6 };
}

/** A source takes up the time from its publication until it was opened. */
function lifetimes(things: readonly Dated[]): Dated[] {
  const byId = new Map<string, Dated>();
  for (const thing of things) {
    const before = byId.get(thing.id);
    const spans = [...(before?.meanings ?? []), ...thing.meanings];
    const whole = {
      from: Math.min(...spans.map(({ from }) => from)),
      to: Math.max(...spans.map(({ to }) => to)),
      anyYear: false,
      hedged: false,
    };
    byId.set(thing.id, { ...(before ?? thing), meanings: [whole] });
  }
  return [...byId.values()];
}

/** The days of one source, each a point. */
function days({ id }: Dated, things: readonly Dated[], { from, to }: Window): Omit<Shape, 'y' | 'isRed'>[] {
  return things
    .filter(thing => thing.id === id)
    .flatMap(({ key, what, meanings }) => {
      const [first] = meanings;
      if (!first || first.to + 1 <= from || first.from >= to) return [];
      return [{ key, what, from: first.from, to: first.to + 1, isPoint: true, isOpen: false }];
    });
}

interface Joint {
  readonly a: Shape;
  readonly b: Shape;
}

/** A source's publication joined with its opening. */
function lifelines(shapes: readonly Shape[]): Joint[] {
  const byKey = new Map(shapes.map(shape => [shape.key, shape]));
  return shapes.flatMap(b => {
    const a = b.what === 'accessed' ? byKey.get(b.key.replace('accessed', 'published')) : undefined;
    return a ? [{ a, b }] : [];
  });
}

/** Dates that contradict one another, and the several meanings of one date. */
function joints(contradictions: Chronicle['contradictions'], shapes: readonly Shape[]): Joint[] {
  const byKey = new Map<string, Shape[]>();
  for (const shape of shapes) byKey.set(shape.key, [...(byKey.get(shape.key) ?? []), shape]);
  const meanings = [...byKey.values()].filter(all => all.length > 1 && all[0]!.what === 'claim');
  const conflicts = contradictions.map(({ keys }) => keys.flatMap(key => byKey.get(key)?.[0] ?? []));
  return [...meanings, ...conflicts].flatMap(all => all.slice(1).map((b, i) => ({ a: all[i]!, b })));
}

const titlesOf = (width: number): number => (width < NARROW ? TITLES_NARROW : TITLES);

const cut = (words: string, most: number): string =>
  words.length <= most ? words : most < 4 ? '' : `${words.slice(0, most - 1).trimEnd()}…`;

function sayTick(date: Date, { from, to }: Window, anyYear: boolean): string {
  const days = to - from;
  const utc = { timeZone: 'UTC' } as const;
  if (anyYear) return dateFormat({ month: 'short', ...utc }).format(date);
  if (days > 1500)
    return new Intl.NumberFormat(locale(), { useGrouping: false }).format(date.getUTCFullYear());
  if (days > 120) return dateFormat({ month: 'short', year: 'numeric', ...utc }).format(date);
  return dateFormat({ day: 'numeric', month: 'short', ...utc }).format(date);
}
