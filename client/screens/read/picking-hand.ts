import { msg, str } from '@lit/localize';
import { writeLocator } from '../../../shared/derivation/locator.ts';
import { hull } from '../../../shared/model/anchor.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import { announce } from '../../elements/announcer.ts';
import { toast } from '../../elements/toasts.ts';
import { comparePlace } from '../../router/compare-address.ts';
import { attachEvidence, flagClaims, selectedWords, short } from './gestures.ts';
import type { ComparePicking, EvidencePicking, FlagPicking, PlacePicking } from './picking.ts';
import { redraw } from './placing/gestures.ts';
import type { ReadHost } from './read-host.ts';

/** Passages of so many UTF-16 code units are compared letter by letter at first. */
const LETTERS = 300;
const LONGEST_LOCATOR = 500;

/** What the hand does while the next selection or click is for evidence or for a conflict. */
export class PickingHand {
  readonly #host: ReadHost;

  constructor(host: ReadHost) {
    this.#host = host;
  }

  /** Begins to pick the claims that disagree with a claim. */
  async flag(claimId: string): Promise<void> {
    const { reading } = this.#host;
    await reading.store.loadClaims([claimId]);
    const held = reading.store.get('claim', claimId);
    if (!held) return;
    this.#host.unfoldInspector();
    reading.picking = {
      kind: 'flag',
      claimId,
      documentId: held.object.anchor.documentId,
      words: short(held.object.anchor.quote.exact),
      others: [],
      severity: 'medium',
      reason: '',
    };
  }

  /**
   * Begins to pick what the selected words, or those of the focused claim, are to be compared with.
   * @param isReal false only asks
   */
  compare(isReal: boolean): boolean {
    const { reading, reader } = this.#host;
    const range = this.#passage;
    const { documentId, revision } = reading;
    if (!range || !documentId || !revision) return false;
    if (!isReal) return true;
    const words = reading.text?.atHand(range.start, range.end)?.slice(range.start, range.end);
    reading.picking = {
      kind: 'compare',
      side: { documentId, revision: revision.id, range },
      documentId,
      words: short(words ?? msg('a passage')),
    };
    reader?.select(range.end, range.end);
    announce(msg('Select the words to compare with, or focus a claim, then press Enter.'));
    return true;
  }

  /** The selected words, else those of the focused claim, in this text. */
  get #passage(): Span | undefined {
    const { reading } = this.#host;
    const words = selectedWords(reading);
    const anchor = reading.claim?.object.anchor;
    if (words || !anchor) return words;
    return anchor.documentId === reading.documentId && anchor.revision === reading.revision?.id
      ? hull(anchor)
      : undefined;
  }

  #compare({ side }: ComparePicking, range: Span): void {
    const { reading } = this.#host;
    const { documentId, revision } = reading;
    if (!documentId || !revision || !side.range) return;
    reading.picking = undefined;
    const isShort = [side.range, range].every(({ start, end }) => end - start <= LETTERS);
    this.#host.go(
      comparePlace({
        left: side,
        right: { documentId, revision: revision.id, range },
        by: isShort ? 'character' : 'word',
      }),
    );
  }

  /** Adds a claim to the sides of the conflict, where one is being put together. */
  addSide(claimId: string): void {
    if (this.#host.reading.addSide(claimId))
      announce(msg('Added as the other side. Enter raises the conflict.'));
  }

  /**
   * Takes what was picked: the selected words, the focused claim, or all sides.
   * @param isReal false only asks
   * @returns whether there is something to take
   */
  accept(isReal: boolean): boolean {
    const { reading } = this.#host;
    const { picking } = reading;
    if (picking?.kind === 'evidence') {
      const words = selectedWords(reading);
      if (words && isReal) void this.#usePassage(picking, words);
      return words !== undefined;
    }
    if (picking?.kind === 'place') {
      const words = picking.documentId === reading.documentId ? selectedWords(reading) : undefined;
      if (words && isReal) void this.#usePlace(picking, words);
      return words !== undefined;
    }
    if (picking?.kind === 'compare') {
      const passage = this.#passage;
      const isOther =
        passage !== undefined &&
        (picking.documentId !== reading.documentId || passage.start !== picking.side.range?.start);
      if (isOther && isReal) this.#compare(picking, passage);
      return isOther;
    }
    if (picking?.kind !== 'flag') return false;
    if (picking.others.length > 0) {
      if (isReal) void this.#raise(picking);
      return true;
    }
    const isNew = reading.focused !== undefined && reading.focused !== picking.claimId;
    if (isNew && isReal) this.addSide(reading.focused!);
    return isNew;
  }

  async #usePassage(picking: EvidencePicking, words: Span): Promise<void> {
    const { reading, reader } = this.#host;
    const passage = await reading.anchorOf([words]);
    const { attachments, stance, fit, note } = picking;
    await reading.derivation?.excerpt(words).catch(() => undefined);
    const place = reading.locate([words]);
    const locator = picking.locator ?? ((place && writeLocator(place.locator, place.heading)) || undefined);
    const said = {
      stance,
      ...(fit ? { fit } : {}),
      ...(note ? { note } : {}),
      ...(locator ? { locator: locator.slice(0, LONGEST_LOCATOR) } : {}),
      ...(attachments ? { attachments: [...attachments] } : {}),
    };
    await reading.store.loadClaims([picking.claimId]);
    if (!attachEvidence(reading, picking.claimId, { ...said, passage })) return;
    reading.picking = undefined;
    reader?.select(words.end, words.end);
    if (picking.documentId === reading.documentId) reading.focus(picking.claimId);
    else this.#host.go({ screen: 'read', documentId: picking.documentId, claimId: picking.claimId });
    toast(msg(str`The words are evidence for “${picking.words}” now.`));
  }

  async #usePlace({ waiting }: PlacePicking, words: Span): Promise<void> {
    const { reading, reader } = this.#host;
    if (!(await redraw(reading, waiting, words))) return;
    reading.picking = undefined;
    reader?.select(words.end, words.end);
    this.#host.listPlacing(true);
  }

  async #raise(picking: FlagPicking): Promise<void> {
    const { reading } = this.#host;
    const ids = [picking.claimId, ...picking.others];
    await reading.store.loadClaims(ids);
    const claims = ids.map(id => reading.store.get('claim', id)?.object).filter(claim => claim !== undefined);
    if (claims.length < 2) return;
    const conflictId = flagClaims(reading, claims, {
      severity: picking.severity,
      ...(picking.disagreement ? { kind: picking.disagreement } : {}),
      ...(picking.reason ? { reason: picking.reason } : {}),
    });
    if (!conflictId) return;
    reading.picking = undefined;
    this.#host.toText();
    toast(msg('The conflict is raised.'), {
      action: {
        label: msg('To the desk'),
        run: () => this.#host.go({ screen: 'conflicts', conflictId }),
      },
    });
  }
}
