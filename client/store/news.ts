import type { Kind } from '../../shared/model/objects.ts';

/** What has changed, for whoever draws it. */
export type Topic =
  | 'documents'
  | 'claims'
  | 'sources'
  | 'entities'
  | 'conflicts'
  /** What was refused of what was suggested and found. */
  | 'refused'
  /** Annotations that came from elsewhere. */
  | 'annotations'
  | 'suggestions'
  | 'findings'
  | 'saving'
  /** What can be read without the server. */
  | 'kept'
  /** Another desk answers than the one that is shown. */
  | 'desk'
  | 'refusals'
  | 'undo'
  | 'presence'
  | 'signature';

const TOPIC: Record<Kind, Topic> = {
  document: 'documents',
  claim: 'claims',
  source: 'sources',
  entity: 'entities',
  conflict: 'conflicts',
  refusal: 'refused',
  annotation: 'annotations',
};

/** @returns what changes for whoever draws objects of a kind */
export const topicOf = (kind: Kind): Topic => TOPIC[kind];

/** Fired on the store, as `change`, with what has changed. */
export class StoreEvent extends Event {
  readonly topics: ReadonlySet<Topic>;
  constructor(topics: ReadonlySet<Topic>) {
    super('change');
    this.topics = topics;
  }
}

/** Gathers what changes and tells listeners once a task, however much happened in it. */
export class News {
  readonly #target: EventTarget;
  #topics = new Set<Topic>();

  /** @param target is where `StoreEvent`s are fired */
  constructor(target: EventTarget) {
    this.#target = target;
  }

  tell(...topics: Topic[]): void {
    if (this.#topics.size === 0 && topics.length > 0) {
      queueMicrotask(() => {
        const told = new Set(this.#topics);
        this.#topics.clear();
        this.#target.dispatchEvent(new StoreEvent(told));
      });
    }
    for (const topic of topics) this.#topics.add(topic);
  }
}
