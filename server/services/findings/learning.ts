import { createHash } from 'node:crypto';
import type { FindingsStatus } from '../../../shared/api/routes/findings.ts';
import { taggedAs } from '../../../shared/tagger/train.ts';
import type { ClaimShelf } from '../claim-shelf.ts';
import type { Texts } from '../texts.ts';
import type { Learned } from './engine.ts';
import type { FoundCache } from './found-cache.ts';
import type { FromTrainer, ToTrainer } from './messages.ts';
import type { Proposals } from './proposals.ts';
import type { Standing } from './standing.ts';
import { Thread } from './thread.ts';

const NAME = 'learned.json';
/** Fewest examples that anything is learned from. */
const FEWEST = 8;
/** Most text that is learned from, in UTF-16 code units. */
const MOST_TEXT = 16 * 2 ** 20;

interface LearningPorts {
  readonly texts: Texts;
  readonly claims: ClaimShelf;
  readonly cache: FoundCache;
  readonly proposals: Proposals;
  readonly standing: Standing;
  /** Address of the engine. */
  readonly engine: string;
}

/** How much there is to learn from. */
interface Examples {
  readonly accepted: number;
  readonly refused: number;
}

/** What was learned, from how much, and when. */
interface Lesson extends Learned, Examples {
  readonly trainedAt: string;
}

/**
 * Learns from the claims on the desk and from the suggestions that were refused, when somebody asks for it: what is
 * suggested never changes without a person having said so. It is done in a thread, which ends with it.
 */
export class Learning {
  readonly #ports: LearningPorts;
  #lesson: Lesson | undefined;
  #learning: Promise<boolean> | undefined;

  constructor(ports: LearningPorts) {
    this.#ports = ports;
  }

  get lesson(): Lesson | undefined {
    return this.#lesson;
  }

  /** What is told of the lesson: all but the model itself. */
  get tagger(): FindingsStatus['tagger'] {
    if (!this.#lesson) return undefined;
    const { version, trainedAt, accepted, refused } = this.#lesson;
    return { version, trainedAt, accepted, refused };
  }

  /** What there is to learn from now. */
  get examples(): Examples {
    let accepted = 0;
    for (const { object } of this.#ports.claims.present()) if (taggedAs(object.type)) accepted++;
    return { accepted, refused: this.#ports.standing.refusedSuggestions.length };
  }

  /** Takes up what was learned before the server was started. */
  async recall(): Promise<void> {
    const bytes = await this.#ports.cache.read(NAME);
    if (bytes) this.#lesson = JSON.parse(bytes.toString('utf8')) as Lesson;
  }

  /**
   * Learns from what is on the desk now.
   * @returns whether something else was learned than before
   * @throws Error where it could not be done
   */
  learn(at: string): Promise<boolean> {
    this.#learning ??= this.#learn(at).finally(() => {
      this.#learning = undefined;
    });
    return this.#learning;
  }

  async #learn(at: string): Promise<boolean> {
    const texts = await this.#texts();
    const count = (part: 'accepted' | 'refused') => texts.reduce((sum, one) => sum + one[part].length, 0);
    const [accepted, refused] = [count('accepted'), count('refused')];
    if (accepted + refused < FEWEST) return false;
    const model = await this.#train(texts);
    const version = createHash('sha256').update(model).digest('hex').slice(0, 16);
    if (version === this.#lesson?.version) return false;
    this.#lesson = { version, model: JSON.parse(model), accepted, refused, trainedAt: at };
    await this.#ports.cache.write(NAME, Buffer.from(JSON.stringify(this.#lesson)));
    return true;
  }

  #train(texts: ToTrainer['texts']): Promise<string> {
    return new Promise((resolve, reject) => {
      const thread: Thread<ToTrainer, FromTrainer> = new Thread(
        new URL('./trainer.js', import.meta.url),
        this.#ports.engine,
        {
          hear(message) {
            thread.end();
            if ('model' in message) resolve(message.model);
            else reject(new Error(message.why));
          },
          lost: reject,
        },
      );
      thread.tell({ texts }, texts.map(({ bytes }) => bytes.buffer) as ArrayBuffer[]);
    });
  }

  /** The documents that have examples, in the order of their ids, so that the same desk gives the same lesson. */
  async #texts(): Promise<ToTrainer['texts']> {
    const { claims, proposals, standing, texts } = this.#ports;
    const found: ToTrainer['texts'][number][] = [];
    let room = MOST_TEXT;
    for (const documentId of proposals.documents) {
      const facts = proposals.facts(documentId)!;
      const revision = proposals.revision(documentId)!;
      const accepted = [...claims.of(documentId).claims.values()].flatMap(({ removed, object }) => {
        const { anchor, type } = object;
        const isExample = !removed && anchor.revision === facts.revision && anchor.ranges.length === 1;
        return isExample && taggedAs(type) ? [{ ...anchor.ranges[0]!, type }] : [];
      });
      const refused = new Set(standing.refusalsIn(documentId).map(({ key }) => key));
      const kept = refused.size > 0 ? await proposals.of(documentId) : undefined;
      const denied = (kept?.suggestions ?? []).flatMap(({ key, ranges }) =>
        refused.has(key) && ranges.length === 1 ? [ranges[0]!] : [],
      );
      if (accepted.length + denied.length === 0 || revision.length > room) continue;
      room -= revision.length;
      accepted.sort((a, b) => a.start - b.start || a.end - b.end);
      const bytes = new Uint8Array(await texts.blob(revision.textSha256));
      found.push({ facts, bytes, accepted, refused: denied });
    }
    return found;
  }
}
