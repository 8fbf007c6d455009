import type { ToldFinding } from '../../../shared/api/found.ts';
import type { FindingsProgress } from '../../../shared/api/routes/findings.ts';
import { type Conflict, decisionInForce } from '../../../shared/model/conflict.ts';
import { AwayError } from '../client.ts';
import type { FoundPorts, FoundState } from './ports.ts';

/** Most findings that are asked for, the gravest; as many are kept for work without the server. */
const MOST = 2000;
const KEPT = 'findings';

const NOTHING: FindingsProgress = { version: 0, pending: 0, done: 0, total: 0 };

/**
 * What the conflict rules find on the whole desk, gravest first. What was taken up, decided or refused here is gone at
 * once, whatever the server knows of it yet, and comes back with undo.
 */
export class FoundConflicts {
  readonly #ports: FoundPorts;
  #state: FoundState = 'loading';
  #received: readonly ToldFinding[] = [];
  #aside: readonly ToldFinding[] = [];
  #beyond = 0;
  #isStale = false;
  #isBegun = false;
  #loading: Promise<void> | undefined;
  #isAgain = false;
  #seen = 0;
  #shown: { readonly at: number; readonly all: readonly ToldFinding[] } = { at: -1, all: [] };
  progress: FindingsProgress = NOTHING;

  constructor(ports: FoundPorts) {
    this.#ports = ports;
  }

  /** `loading` begins the loading. */
  get state(): FoundState {
    this.begin();
    return this.#state;
  }

  /** Whether what is shown is from before the server went away: it was not rechecked. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** Whether somebody has asked for them. */
  get isBegun(): boolean {
    return this.#isBegun;
  }

  /** Another number whenever what is shown may be something else. */
  get version(): number {
    return this.#seen;
  }

  get all(): readonly ToldFinding[] {
    this.begin();
    if (this.#shown.at !== this.#seen) this.#shown = { at: this.#seen, all: this.#open() };
    return this.#shown.all;
  }

  /** How many more there are than were told. */
  get beyond(): number {
    return this.#beyond;
  }

  /** @returns a finding that nobody has dealt with */
  get(key: string): ToldFinding | undefined {
    return this.all.find(one => one.key === key);
  }

  /** Asks for them where nobody has yet. */
  begin(): void {
    if (!this.#isBegun) void this.load();
  }

  /** Conflicts or refusals have changed. */
  noticed(): void {
    this.#seen++;
  }

  /** Asks the server anew. Resolves when its answer is here, or it is known that there is none. */
  load(): Promise<void> {
    this.#isBegun = true;
    if (this.#loading) this.#isAgain = true;
    this.#loading ??= this.#loadAll().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /**
   * Has the server go through a document, or through all, from the beginning.
   * @throws AwayError where it does not answer
   */
  async recheck(documentId?: string): Promise<void> {
    const body = documentId === undefined ? {} : { document: documentId };
    this.progress = await this.#ports.client.recheck({ body });
    this.#ports.tell('findings');
  }

  async #loadAll(): Promise<void> {
    do {
      this.#isAgain = false;
      await this.#loadOnce();
    } while (this.#isAgain);
  }

  async #loadOnce(): Promise<void> {
    const { client, replica } = this.#ports;
    try {
      const { findings, progress, total } = await client.listFindings({ query: { limit: MOST } });
      this.progress = progress;
      this.#take(findings, total - findings.length);
      this.#isStale = false;
      replica?.takeList(KEPT, { findings, total });
    } catch (error) {
      if (!(error instanceof AwayError)) this.#state = 'failed';
      else await this.#recall();
    }
    this.#seen++;
    this.#ports.tell('findings');
  }

  async #recall(): Promise<void> {
    this.#ports.lost();
    this.#isStale = true;
    if (this.#state === 'ready') return;
    const kept = (await this.#ports.replica?.list(KEPT)) as
      | { findings: ToldFinding[]; total: number }
      | undefined;
    if (kept) this.#take(kept.findings, kept.total - kept.findings.length);
    else this.#state = 'away';
  }

  #take(findings: readonly ToldFinding[], beyond: number): void {
    const isHidden = this.#hides();
    const keys = new Set(findings.map(({ key }) => key));
    this.#aside = [...this.#received, ...this.#aside].filter(one => !keys.has(one.key) && isHidden(one));
    this.#received = findings;
    this.#beyond = beyond;
    this.#state = 'ready';
  }

  #open(): readonly ToldFinding[] {
    const isHidden = this.#hides();
    return [...this.#received, ...this.#aside].filter(one => !isHidden(one));
  }

  /** @returns whether a finding was dealt with since it was asked for */
  #hides(): (one: ToldFinding) => boolean {
    const { objects } = this.#ports;
    const refused = new Map<string, Set<string>>();
    for (const { object } of objects.all('refusal'))
      if (object.of === 'finding')
        refused.set(object.key, (refused.get(object.key) ?? new Set()).add(object.basis.digest));
    const conflicts = new Map<string, Conflict[]>();
    for (const { object } of objects.all('conflict'))
      conflicts.set(object.key, [...(conflicts.get(object.key) ?? []), object]);
    return one =>
      refused.get(one.key)?.has(one.basis.digest) === true ||
      (conflicts.get(one.key) ?? []).some(conflict => !isKnownTo(one, conflict));
  }
}

/** Whether a finding has come back although a conflict was settled as it still is. */
function isKnownTo({ returned }: ToldFinding, conflict: Conflict): boolean {
  const decision = decisionInForce(conflict);
  return decision !== undefined && returned?.of === 'decision' && decision.at <= returned.at;
}
