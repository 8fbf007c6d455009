import type { Block, Derivation, Inline, Place, Stretch } from '../model/derivation.ts';
import type { Span } from '../text/text-like.ts';
import { type Content, contentsOf } from './contents.ts';
import { type Excerpt, lastBefore, Touching, type WholeTable } from './excerpt.ts';
import { pagesOf } from './landmarks.ts';
import type { PageName } from './locator.ts';
import { offsetOf, type SoughtPlace } from './sought-place.ts';
import { wholeTables } from './whole-tables.ts';

/** By what terms of the original places in a text can be asked for. */
export type Terms = 'pages' | 'times' | 'rows' | 'paragraphs';

/** What is known of a derived text as a whole. */
export interface DerivationSummary {
  /** By what its reader finds the way. */
  readonly contents: readonly Content[];
  /** Its pages in order, and where each begins; UTF-16 code units. */
  readonly pages: readonly { readonly page: PageName; readonly start: number }[];
  readonly terms?: Terms;
}

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** What is known of a derived text, to be asked for by stretches of it. */
export class DerivationIndex {
  readonly summary: DerivationSummary;
  readonly #derivation: Derivation;
  readonly #stretches: Touching<Stretch>;
  readonly #blocks: Touching<Block>;
  readonly #inlines: Touching<Inline>;
  readonly #tables: readonly WholeTable[];
  readonly #headings: readonly Of<'heading'>[];
  readonly #cues: readonly Of<'cue'>[];

  /** @param text all of the derived text */
  constructor(text: string, derivation: Derivation) {
    this.#derivation = derivation;
    const { stretches, blocks, inlines } = derivation;
    this.#stretches = new Touching(stretches);
    this.#blocks = new Touching(blocks);
    this.#inlines = new Touching(inlines);
    this.#tables = wholeTables(text, blocks);
    this.#headings = blocks.filter(block => block.kind === 'heading');
    this.#cues = blocks.filter(block => block.kind === 'cue');
    const terms = termsOf(stretches[stretches.length >> 1]?.at) ?? termsOf(stretches[0]?.at);
    this.summary = {
      contents: contentsOf(text, derivation),
      pages: pagesOf(derivation).map(({ page, start }) => ({ page, start })),
      ...(terms ? { terms } : {}),
    };
  }

  /** All that is known, as an excerpt. */
  get whole(): Excerpt {
    return { derivation: this.#derivation, tables: this.#tables.map(table => ({ ...table, before: 0 })) };
  }

  /** What is known of a stretch of the text. */
  excerpt(span: Span): Excerpt {
    const heading = lastBefore(this.#headings, span.start);
    const touching = this.#blocks.of(span);
    const isWithin = heading === undefined || touching.includes(heading);
    const speaker = lastBefore(this.#cues, span.start)?.speaker;
    return {
      derivation: {
        version: 1,
        stretches: this.#near(span),
        blocks: isWithin ? touching : [heading, ...touching],
        inlines: this.#inlines.of(span),
      },
      tables: this.#tables
        .filter(({ start, end }) => start <= span.end && end >= span.start)
        .map(table => ({ ...table, before: this.#rowsBefore(table, span.start) })),
      ...(speaker === undefined ? {} : { speaker }),
    };
  }

  /** @returns the offset at which a place of the original begins; undefined where there is none such */
  find(sought: SoughtPlace): number | undefined {
    return offsetOf(this.#derivation, sought);
  }

  /** The stretches that touch a span, the one before and the one after them. */
  #near({ start, end }: Span): Stretch[] {
    const { stretches } = this.#derivation;
    const first = this.#stretches.from(start);
    let last = first;
    while (last < stretches.length && stretches[last]!.start <= end) last++;
    return stretches.slice(Math.max(0, first - 1), last + 1);
  }

  #rowsBefore(table: WholeTable, offset: number): number {
    if (table.start >= offset) return 0;
    const { blocks } = this.#derivation;
    let rows = 0;
    for (let i = this.#blocks.from(table.start); i < blocks.length && blocks[i]!.start < offset; i++)
      if (blocks[i]!.kind === 'row' && blocks[i]!.start >= table.start) rows++;
    return rows;
  }
}

function termsOf(at: Place | undefined): Terms | undefined {
  if (at?.page !== undefined) return 'pages';
  if (at?.time) return 'times';
  if (at?.row !== undefined) return 'rows';
  return at?.paragraph === undefined ? undefined : 'paragraphs';
}
