import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { Comparison } from '../../../shared/comparing/comparison.ts';
import { whyOf } from '../../frame/why.ts';
import type { ComparedSide, ComparedView } from '../../router/compare-address.ts';
import { AwayError } from '../../store/client.ts';
import type { Store } from '../../store/store.ts';
import { compareOffThread } from './compare-off-thread.ts';
import { loadSide, NoSuchText, type SideText } from './side-text.ts';

export type Stage = 'nothing' | 'loading' | 'ready' | 'missing' | 'away' | 'stopped' | 'failed';

/** What has been compared. */
export interface Compared {
  readonly left: SideText;
  readonly right: SideText;
  readonly comparison: Comparison;
}

/** Fetches two texts and compares them, again whenever others are asked for; tells its host how far it is. */
export class Comparing implements ReactiveController {
  stage: Stage = 'nothing';
  /** Why it could not be done, in the interface's words. */
  problem = '';
  compared: Compared | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Store;
  #asked = '';
  #stop: AbortController | undefined;
  /** The texts that were fetched last, so that another look at them needs no server. */
  #texts = new Map<string, SideText>();

  constructor(host: ReactiveControllerHost, store: () => Store) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#asked = '';
  }

  /** Compares what a view asks for, unless that is what is shown. */
  show({ left, right, by }: ComparedView, anew = false): void {
    const asked = JSON.stringify([left, right, by]);
    if (asked === this.#asked && !anew) return;
    this.#asked = asked;
    if (anew) this.#texts.clear();
    this.#stop?.abort();
    if (!left || !right) {
      this.#set('nothing');
      return;
    }
    const stop = new AbortController();
    this.#stop = stop;
    this.#set('loading');
    void this.#run(left, right, by, stop.signal).then(
      compared => {
        if (this.#stop !== stop) return;
        this.compared = compared;
        this.#set('ready');
      },
      (error: unknown) => {
        if (this.#stop === stop) this.#fail(error);
      },
    );
  }

  async #run(
    left: ComparedSide,
    right: ComparedSide,
    by: ComparedView['by'],
    given: AbortSignal,
  ): Promise<Compared> {
    const { works } = this.#store();
    return works.run(msg('Comparing …'), async ({ done, signal }) => {
      const stop = AbortSignal.any([given, signal]);
      const shares = [0, 0];
      const come = (side: number) => (share: number) => {
        shares[side] = share;
        done((shares[0]! + shares[1]!) / 4);
      };
      const [ours, theirs] = await Promise.all([
        this.#load(left, come(0), stop),
        this.#load(right, come(1), stop),
      ]);
      stop.throwIfAborted();
      this.#texts = new Map([
        [JSON.stringify(left), ours],
        [JSON.stringify(right), theirs],
      ]);
      const tell = (share: number) => done((1 + share) / 2);
      const comparison = await compareOffThread(ours.text, theirs.text, by, { done: tell, signal: stop });
      return { left: ours, right: theirs, comparison };
    });
  }

  #load(side: ComparedSide, come: (share: number) => void, signal: AbortSignal): Promise<SideText> {
    const known = this.#texts.get(JSON.stringify(side));
    return known ? Promise.resolve(known) : loadSide(this.#store(), side, come, signal);
  }

  #fail(error: unknown): void {
    if (error instanceof DOMException && error.name === 'AbortError') this.#set('stopped');
    else if (error instanceof NoSuchText || (error instanceof ApiProblem && error.status === 404))
      this.#set('missing');
    else if (error instanceof AwayError) this.#set('away');
    else {
      this.problem =
        error instanceof ApiProblem ? whyOf(error) : msg('Something went wrong while comparing.');
      this.#set('failed');
    }
  }

  #set(stage: Stage): void {
    this.stage = stage;
    if (stage !== 'ready' && stage !== 'loading') this.compared = undefined;
    this.#host.requestUpdate();
  }
}
