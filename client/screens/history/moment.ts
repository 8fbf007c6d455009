import { decodeClaimIndex } from '../../../shared/claim-index/codec.ts';
import { describe } from '../../../shared/claim-types/describe.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision, type Document, type Revision } from '../../../shared/model/document.ts';
import { whyOf } from '../../frame/why.ts';
import { locale } from '../../localize/locale.ts';
import type { MarkSource } from '../../reader/types.ts';
import { OpenClaims } from '../../store/claims.ts';
import { AwayError, type DeskClient } from '../../store/client.ts';
import { ClaimMarks } from '../read/claim-marks.ts';
import { TextPieces } from '../read/text-pieces.ts';

type Moments = Awaited<ReturnType<DeskClient['listMoments']>>;
type State = Awaited<ReturnType<DeskClient['getMoment']>>;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A document as it was at a moment that can be moved. Tells `change`. */
export class DocumentThen extends EventTarget {
  stage: 'loading' | 'ready' | 'away' | 'failed' = 'loading';
  problem = '';
  moments: Moments | undefined;
  /** What is shown; while another moment is on its way, the one before. */
  state: State | undefined;
  text: TextPieces | undefined;
  marks: MarkSource | undefined;
  claims: OpenClaims | undefined;
  focused: string | undefined;
  claim: Versioned<'claim'> | undefined;
  readonly documentId: string;
  readonly client: DeskClient;
  #wanted = -1;
  #isAsking = false;
  #revision: Revision | undefined;

  constructor(client: DeskClient, documentId: string) {
    super();
    this.client = client;
    this.documentId = documentId;
  }

  /** The document as it is shown. */
  get document(): Document | undefined {
    return this.state?.held?.object;
  }

  get revision(): Revision | undefined {
    return this.document && currentRevision(this.document);
  }

  /** The place of what is wanted among the moments: the last that is not after it. */
  get place(): number {
    const seqs = this.moments?.seqs ?? [];
    let place = seqs.length - 1;
    while (place > 0 && seqs[place]! > this.#wanted) place--;
    return place;
  }

  /** The entry whose state is wanted. */
  get seq(): number {
    return this.#wanted;
  }

  /** Learns which moments there were. @param seq the one to show; the newest where it is not given */
  async begin(seq: number | undefined): Promise<void> {
    this.stage = 'loading';
    this.#tell();
    try {
      this.moments = await this.client.listMoments({ params: { id: this.documentId } });
      this.#wanted = seq ?? this.moments.head;
      await this.#ask();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Moves to another moment; of several that come fast only the last is asked for. */
  async move(seq: number): Promise<void> {
    if (seq === this.#wanted) return;
    this.#wanted = seq;
    this.#tell();
    if (this.#isAsking) return;
    try {
      await this.#ask();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Looks at a claim as it was then. */
  async focus(id: string | undefined): Promise<void> {
    if (id === this.focused) return;
    this.focused = id;
    this.claim = undefined;
    this.#tell();
    await this.#fetchClaim();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    try {
      for (let asked = -1; asked !== this.#wanted; ) {
        asked = this.#wanted;
        const params = { id: this.documentId, seq: asked };
        const [then, bytes] = await Promise.all([
          this.client.getMoment({ params }),
          this.client.getMomentIndex({ params }),
        ]);
        if (asked !== this.#wanted) continue;
        const revision = then.held && currentRevision(then.held.object);
        const text = revision && (await this.#textOf(revision));
        this.state = then;
        this.text = text;
        this.claims = new OpenClaims(this.documentId, decodeClaimIndex(bytes).table);
        this.marks = new ClaimMarks(this.claims, () => this.focused, this.#say);
        this.stage = 'ready';
        this.#tell();
        await this.#fetchClaim();
      }
    } finally {
      this.#isAsking = false;
    }
  }

  /** The same text stays the same object, so that the reader keeps its place. */
  async #textOf(revision: Revision): Promise<TextPieces> {
    if (this.text && this.#revision?.textSha256 === revision.textSha256) return this.text;
    const params = { id: this.documentId, revision: revision.id };
    const map = await this.client.getTextMap({ params });
    this.#revision = revision;
    return new TextPieces(map, async piece =>
      utf8.decode(await this.client.getPiece({ params: { ...params, piece } })),
    );
  }

  async #fetchClaim(): Promise<void> {
    const { focused } = this;
    const seq = this.state?.moment.seq;
    if (focused === undefined || seq === undefined) return;
    const claim = await this.#claimAt(focused, seq).catch(() => undefined);
    if (focused !== this.focused) return;
    this.claim = claim;
    this.#tell();
  }

  async #claimAt(id: string, seq: number): Promise<Versioned<'claim'> | undefined> {
    const params = { id: this.documentId, seq };
    const { claims } = await this.client.getMomentClaims({ params, query: { ids: id } });
    return claims[0] as Versioned<'claim'> | undefined;
  }

  #say = async (id: string): Promise<string | undefined> => {
    const claim = await this.#claimAt(id, this.#wanted);
    return claim && describe(claim.object, locale());
  };

  #fail(error: unknown): void {
    this.stage = error instanceof AwayError ? 'away' : 'failed';
    this.problem = whyOf(error);
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}
