import { linesOf, type SourceLine } from '../../source-lines.ts';

export type SubtitleFormat = 'srt' | 'vtt';

/** What is shown or said for a while. */
export interface Cue {
  /** Begin and end in milliseconds; the end is never before the begin. */
  readonly time: readonly [number, number];
  /** Its lines of text, which may hold tags. */
  readonly lines: readonly SourceLine[];
}

export interface Cues {
  readonly format: SubtitleFormat;
  readonly cues: readonly Cue[];
  /** What the header of a WebVTT file says of it. */
  readonly title?: string;
  readonly language?: string;
  /** Lines that belong to no cue and are no notes, styles or regions either. */
  readonly astray: number;
}

const TIME = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?`;
/** Begin and end of a cue; where it stands on the screen may follow. */
const TIMES = new RegExp(String.raw`^\s*${TIME}\s*-{1,2}>\s*${TIME}(?=\s|$)`);
const NUMBER = /^\s*\d+\s*$/;
const SIGN = /^WEBVTT(?=[ \t]|$)/;
/** Blocks of WebVTT that are not shown. */
const ASIDE = /^(?:NOTE|STYLE|REGION)(?=[ \t:]|$)/;

/**
 * Reads the cues of SubRip (SRT) or WebVTT as players do, which take what they can: times with or without hours, with
 * comma or dot, no blank line between cues, blank lines within one (SubRip alone).
 */
export function readCues(text: string): Cues {
  const lines = linesOf(text);
  const isVtt = SIGN.test(lines[0]?.text ?? '');
  return isVtt ? readVtt(lines) : readSrt(lines);
}

function readSrt(lines: readonly SourceLine[]): Cues {
  const cues: Cue[] = [];
  const starts = lines.flatMap((line, i) => (TIMES.test(line.text) ? [i] : []));
  const astray = lines
    .slice(0, starts[0] ?? lines.length)
    .filter(line => !isBlank(line) && !isNumber(line)).length;
  starts.forEach((at, i) => {
    const next = starts[i + 1];
    const number = numberBefore(lines, at);
    let end = next ?? lines.length;
    // The number of the next cue is none of this one's words: it stands alone, or counts on.
    if (next !== undefined && end - 1 > at && isNumber(lines[end - 1]!)) {
      const counted = numberBefore(lines, next);
      const alone = end - 2 <= at || isBlank(lines[end - 2]!);
      if (alone || (number !== undefined && counted === number + 1)) end--;
    }
    cues.push({
      time: timesOf(lines[at]!.text),
      lines: lines.slice(at + 1, end).filter(line => !isBlank(line)),
    });
  });
  return { format: 'srt', cues, astray };
}

function readVtt(lines: readonly SourceLine[]): Cues {
  const cues: Cue[] = [];
  const header = blockFrom(lines, 0);
  const title = header[0]!.text
    .replace(SIGN, '')
    .replace(/^[\s–—-]+/, '')
    .trim();
  const language = header.map(line => /^Language:\s*(\S+)/i.exec(line.text)?.[1]).find(Boolean);
  let astray = 0;
  // Some programs leave out the blank line after the header.
  const begins = header.findIndex(line => TIMES.test(line.text));
  for (let at = begins < 0 ? header.length : begins; at < lines.length; ) {
    if (isBlank(lines[at]!)) {
      at++;
      continue;
    }
    const block = blockFrom(lines, at);
    at += block.length;
    const timed = block.flatMap((line, i) => (TIMES.test(line.text) ? [i] : []));
    if (ASIDE.test(block[0]!.text) && timed[0] !== 0) continue;
    // A cue's text ends at the times of another, even without the blank line that should be there.
    timed.forEach((start, i) => {
      const end = timed[i + 1] ?? block.length;
      cues.push({ time: timesOf(block[start]!.text), lines: block.slice(start + 1, end) });
    });
    if (timed.length === 0) astray += block.length;
  }
  return {
    format: 'vtt',
    cues,
    astray,
    ...(title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
  };
}

const isBlank = ({ text }: SourceLine): boolean => text.trim() === '';
const isNumber = ({ text }: SourceLine): boolean => NUMBER.test(text);

function blockFrom(lines: readonly SourceLine[], at: number): SourceLine[] {
  let end = at;
  while (end < lines.length && !isBlank(lines[end]!)) end++;
  return lines.slice(at, end);
}

function numberBefore(lines: readonly SourceLine[], at: number): number | undefined {
  const before = lines[at - 1];
  return before && isNumber(before) ? Number(before.text) : undefined;
}

function timesOf(line: string): [number, number] {
  const times = TIMES.exec(line)!;
  const begin = milliseconds(times.slice(1, 5));
  return [begin, Math.max(begin, milliseconds(times.slice(5, 9)))];
}

function milliseconds([hours = '0', minutes, seconds, fraction = '0']: readonly (
  | string
  | undefined
)[]): number {
  return (
    (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'))
  );
}
