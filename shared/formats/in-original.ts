import { Locating, type Locator, writeLocator } from '../derivation/locator.ts';
import type { Anchor } from '../model/anchor.ts';
import type { Revision } from '../model/document.ts';
import type { DeskView, ObjectsByKind } from './format.ts';

/** How many derivations are kept at hand: claims come document by document. */
const KEPT = 2;

/** As much of a desk as is needed to say where in their originals anchors stand. */
export interface OriginalsView extends Pick<DeskView, 'text' | 'derivation'> {
  readonly objects: Pick<ObjectsByKind, 'document'>;
}

interface Original {
  readonly locating: Locating;
  readonly text: string;
}

/** Says where in the files that texts were derived from anchors stand. */
export class InOriginal {
  readonly #desk: OriginalsView;
  readonly #revisions: ReadonlyMap<string, Revision>;
  readonly #known = new Map<string, Original>();

  constructor(desk: OriginalsView) {
    this.#desk = desk;
    this.#revisions = new Map(
      desk.objects.document.flatMap(({ object }) =>
        object.revisions.flatMap(revision =>
          revision.reading.extraction ? [[revision.id, revision] as const] : [],
        ),
      ),
    );
  }

  /** Whether an anchor stands in a text that was derived from a file of another kind. */
  has({ revision }: Anchor): boolean {
    return this.#revisions.has(revision);
  }

  /** The media type of the file that an anchor's text was derived from. */
  form({ revision }: Anchor): string | undefined {
    return this.#revisions.get(revision)?.reading.extraction?.mediaType;
  }

  /** @returns undefined where the text is its own original */
  async locate({ revision: id, ranges }: Anchor): Promise<Locator | undefined> {
    const original = await this.#original(id);
    return original?.locating.of(ranges);
  }

  /**
   * @param write puts it into words: those that are the same in every language, unless it is given
   * @returns the same in words: `p. 3`, `00:01:23–00:01:27`; undefined where nothing can be said
   */
  async say(
    anchor: Anchor,
    write: (locator: Locator, heading?: string) => string = writeLocator,
  ): Promise<string | undefined> {
    const original = await this.#original(anchor.revision);
    if (!original) return undefined;
    const locator = original.locating.of(anchor.ranges);
    const { heading } = locator;
    const words = heading && original.text.slice(heading.start, heading.end).replace(/\s+/g, ' ').trim();
    return write(locator, words) || undefined;
  }

  async #original(id: string): Promise<Original | undefined> {
    const known = this.#known.get(id);
    if (known) return known;
    const revision = this.#revisions.get(id);
    const derivation = revision && (await this.#desk.derivation(revision));
    if (!derivation) return undefined;
    const original = { locating: new Locating(derivation), text: await this.#desk.text(revision) };
    this.#known.set(id, original);
    if (this.#known.size > KEPT) this.#known.delete(this.#known.keys().next().value!);
    return original;
  }
}
