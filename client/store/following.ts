import type { FindingsNews } from '../../shared/api/routes/findings.ts';
import type { LiveEntry, LiveHead, Presence } from '../../shared/api/routes/live.ts';
import type { LiveOptions } from '../live/connection.ts';
import type { Replica } from './keeping/replica.ts';
import type { Loads } from './loads.ts';
import type { Tabs } from './tabs/tabs.ts';
import { machineTime, type Timer } from './timer.ts';

/** What following the desk is for. */
export interface Follower {
  /** A group was committed, by anybody. */
  heard(entry: LiveEntry): void;
  /** Whatever is loaded may be old, and is to be fetched anew. */
  outdated(): void;
  /** Another desk answers than the one that is known here. */
  otherDesk(): void;
  /** Words were destroyed on the desk: whatever is kept or loaded may hold them. */
  redacted(): void;
  present(present: readonly Presence[]): void;
  /** How the search for claims and contradictions goes. @param isAnew whether something may have been missed before */
  found(news: FindingsNews, isAnew: boolean): void;
  /** Where the desk stands. */
  head(head: LiveHead): void;
  /** The live line is up, or has been down for a while. */
  line(online: boolean): void;
}

export interface FollowingPorts {
  readonly tabs: Tabs;
  readonly replica?: Replica | undefined;
  readonly timer?: Timer | undefined;
  /** What was loaded in this window, and when. */
  readonly loads: Loads;
  /** Opens the live connection. */
  readonly open: (options: LiveOptions) => unknown;
}

/** Where the log stood when this browser last heard of it. */
interface KeptHead {
  readonly seq: number;
  readonly desk: string;
  readonly redactions?: number;
}

/** The first loads are answered side by side, and one may be some entries behind another. */
const ABREAST = 20;

/** Milliseconds for which the live line may be down before that is worth a word. */
const BLINK = 1500;

/**
 * Hears what is committed on the desk, on behalf of every window of this browser: one of them holds the live connection
 * and tells the others. It begins where this browser stopped hearing, so that what it keeps is brought up to date.
 */
export class Following {
  readonly #follower: Follower;
  readonly #ports: FollowingPorts;
  readonly #timer: Timer;
  #desk: string | undefined;
  /** How many there were when this browser last heard. */
  #redactions: number | undefined;
  #down: (() => void) | undefined;
  /** The entry after which the line began to tell; undefined where it began before this window was there. */
  #from: number | undefined;
  /** Whether the line has begun anew and not told yet how the search goes. */
  #isAnew = false;
  /** The last entry that this window was told. */
  #heard = 0;

  constructor(follower: Follower, ports: FollowingPorts) {
    this.#follower = follower;
    this.#ports = ports;
    this.#timer = ports.timer ?? machineTime;
    ports.tabs.hear(message => {
      if (message.kind === 'entry') this.#hear(message.entry);
      if (message.kind === 'from') this.#tellsFrom(message.seq);
      if (message.kind === 'reload') this.#reload(message.head);
      if (message.kind === 'redacted') follower.redacted();
      if (message.kind === 'presence') follower.present(message.present);
      if (message.kind === 'findings') follower.found(message.news, message.isAnew);
    });
    // What comes late, as it stood before the line began to tell, lacks what was committed in between.
    ports.loads.hear(seq => {
      if (this.#from !== undefined && seq < this.#from) follower.outdated();
    });
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const { tabs, replica, loads, open } = this.#ports;
    const [known] = await Promise.all([replica?.list('head') as Promise<KeptHead | undefined>, tabs.lead]);
    this.#desk = known?.desk;
    this.#redactions = known && (known.redactions ?? 0);
    const after = known?.seq ?? Math.max(this.#heard, (await loads.first) - ABREAST, 0);
    tabs.tell({ kind: 'from', seq: after });
    this.#tellsFrom(after);
    open({
      after,
      ...(known ? { desk: known.desk } : {}),
      onEntry: entry => {
        tabs.tell({ kind: 'entry', entry });
        this.#hear(entry);
        this.#remember(entry.seq);
      },
      onReload: head => {
        if (this.#isRedacted(head)) return;
        tabs.tell({ kind: 'reload', head });
        this.#reload(head);
      },
      onHead: head => {
        if (this.#isRedacted(head)) return;
        this.#desk = head.desk;
        this.#isAnew = true;
        this.#follower.head(head);
      },
      onPresence: present => {
        tabs.tell({ kind: 'presence', present });
        this.#follower.present(present);
      },
      onFindings: news => {
        const isAnew = this.#isAnew;
        this.#isAnew = false;
        tabs.tell({ kind: 'findings', news, isAnew });
        this.#follower.found(news, isAnew);
      },
      onState: online => this.#line(online),
    });
  }

  /** Another line tells: what this window has not heard of before is not going to be told any more. */
  #tellsFrom(seq: number): void {
    const { lowest } = this.#ports.loads;
    this.#from = seq;
    if (lowest !== undefined && Math.max(lowest, this.#heard) < seq) this.#follower.outdated();
  }

  #hear(entry: LiveEntry): void {
    this.#heard = Math.max(this.#heard, entry.seq);
    this.#follower.heard(entry);
  }

  #reload(head: LiveHead): void {
    this.#heard = Math.max(this.#heard, head.seq);
    const isOther = this.#desk !== undefined && this.#desk !== head.desk;
    this.#desk = head.desk;
    if (isOther) this.#follower.otherDesk();
    else this.#follower.outdated();
    this.#remember(head.seq);
  }

  /** Whether words were destroyed since this browser last heard: then every window begins anew. */
  #isRedacted({ desk, redactions }: LiveHead): boolean {
    const known = this.#redactions;
    this.#redactions = redactions;
    if (known === undefined || known === redactions || (this.#desk ?? desk) !== desk) return false;
    this.#ports.tabs.tell({ kind: 'redacted' });
    this.#follower.redacted();
    return true;
  }

  #remember(seq: number): void {
    const desk = this.#desk;
    const redactions = this.#redactions ?? 0;
    if (desk) this.#ports.replica?.takeList('head', { seq, desk, redactions } satisfies KeptHead);
  }

  #line(online: boolean): void {
    this.#down?.();
    this.#down = undefined;
    if (online) this.#follower.line(true);
    else this.#down = this.#timer.after(BLINK, () => this.#follower.line(false));
  }
}
