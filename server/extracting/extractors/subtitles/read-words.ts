import { decodeHTMLStrict } from 'entities';
import type { SourceLine } from '../../source-lines.ts';
import type { SubtitleFormat } from './read-cues.ts';

/** A bit of a cue's text as it is shown. */
export interface Words {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

/** What one voice says within a cue. */
export interface Said {
  readonly speaker?: string;
  readonly words: Words[];
}

/** In WebVTT whatever stands between angle brackets is a tag; in SubRip only what players know as one. */
const TAGS = {
  vtt: /<(\/?)([a-z]{0,8})([^<>]*)>/giy,
  srt: /<(\/?)(b|i|u|s|font|c|v|ruby|rt)\b([^<>]*)>|\{\\[^{}]*\}/giy,
};
const ENTITIES = {
  vtt: /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/giy,
  srt: /&(?:amp|lt|gt|quot|nbsp);/giy,
};
/** What begins a tag or an entity. */
const BEGINS = { vtt: /[<&]/g, srt: /[<&{]/g };
const LONGEST_NAME = 200;

/** Reads the lines of a cue: its words without tags, and who says them; a line after the first begins with a line feed. */
export function readWords(lines: readonly SourceLine[], format: SubtitleFormat): Said[] {
  const reader = new WordReader(format);
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before) reader.add('\n', before.to, line.from);
    reader.line(line);
  });
  return reader.said.filter(({ words }) => words.some(({ text }) => text.trim() !== ''));
}

class WordReader {
  readonly said: Said[] = [{ words: [] }];
  readonly #format: SubtitleFormat;
  #strong = 0;
  #emphasis = 0;

  constructor(format: SubtitleFormat) {
    this.#format = format;
  }

  add(text: string, from: number, to: number): void {
    if (text === '') return;
    const looks = { strong: this.#strong > 0, emphasis: this.#emphasis > 0 };
    this.said.at(-1)!.words.push({ text, from, to, ...looks });
  }

  line({ text, from }: SourceLine): void {
    const begins = BEGINS[this.#format];
    let plain = 0;
    for (let at = 0; at < text.length; ) {
      begins.lastIndex = at;
      const special = begins.exec(text)?.index;
      if (special === undefined) break;
      const end = this.#special(text, special, from, () =>
        this.add(text.slice(plain, special), from + plain, from + special),
      );
      if (end === undefined) at = special + 1;
      else at = plain = end;
    }
    this.add(text.slice(plain), from + plain, from + text.length);
  }

  /** @returns where a tag or an entity ends, undefined where none begins */
  #special(text: string, at: number, from: number, flush: () => void): number | undefined {
    const tags = TAGS[this.#format];
    tags.lastIndex = at;
    const tag = tags.exec(text);
    if (tag) {
      flush();
      this.#tag(tag[1] === '/', tag[2]?.toLowerCase() ?? '', tag[3] ?? '');
      return tags.lastIndex;
    }
    const entities = ENTITIES[this.#format];
    entities.lastIndex = at;
    const entity = entities.exec(text)?.[0];
    const shown = entity && decodeHTMLStrict(entity);
    if (!shown || shown === entity) return undefined;
    flush();
    this.add(shown, from + at, from + at + entity.length);
    return at + entity.length;
  }

  #tag(closes: boolean, name: string, rest: string): void {
    const step = closes ? -1 : 1;
    if (name === 'b') this.#strong = Math.max(0, this.#strong + step);
    else if (name === 'i') this.#emphasis = Math.max(0, this.#emphasis + step);
    else if (name === 'v') this.#voice(closes ? undefined : nameIn(rest));
  }

  #voice(speaker: string | undefined): void {
    this.said.push({ ...(speaker === undefined ? {} : { speaker }), words: [] });
  }
}

/** The name after the classes of a voice: `.loud Mary Smith`. */
function nameIn(rest: string): string | undefined {
  const name = decodeHTMLStrict(rest.replace(/^(?:\.[^\s.]*)*/, ''))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  return name === '' ? undefined : name;
}
