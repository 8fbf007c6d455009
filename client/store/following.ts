import type { LiveEntry, LiveHead, Presence } from '../../shared/api/routes/live.ts';
import type { LiveOptions } from '../live/connection.ts';
import type { Replica } from './keeping/replica.ts';
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
  present(present: readonly Presence[]): void;
  /** Where the desk stands. */
  head(head: LiveHead): void;
  /** The live line is up, or has been down for a while. */
  line(online: boolean): void;
}

export interface FollowingPorts {
  readonly tabs: Tabs;
  readonly replica?: Replica | undefined;
  readonly timer?: Timer | undefined;
  /** Resolves with the entry of the log at which something was loaded first. */
  readonly loadedAt: Promise<number>;
  /** Opens the live connection. */
  readonly open: (options: LiveOptions) => unknown;
}

/** Where the log stood when this browser last heard of it. */
interface KeptHead {
  readonly seq: number;
  readonly desk: string;
}

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
  #down: (() => void) | undefined;

  constructor(follower: Follower, ports: FollowingPorts) {
    this.#follower = follower;
    this.#ports = ports;
    this.#timer = ports.timer ?? machineTime;
    ports.tabs.hear(message => {
      if (message.kind === 'entry') follower.heard(message.entry);
      if (message.kind === 'reload') this.#reload(message.head);
      if (message.kind === 'presence') follower.present(message.present);
    });
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const { tabs, replica, loadedAt, open } = this.#ports;
    const [known] = await Promise.all([replica?.list('head') as Promise<KeptHead | undefined>, tabs.lead]);
    this.#desk = known?.desk;
    open({
      after: known?.seq ?? (await loadedAt),
      ...(known ? { desk: known.desk } : {}),
      onEntry: entry => {
        tabs.tell({ kind: 'entry', entry });
        this.#follower.heard(entry);
        this.#remember(entry.seq);
      },
      onReload: head => {
        tabs.tell({ kind: 'reload', head });
        this.#reload(head);
      },
      onHead: head => {
        this.#desk = head.desk;
        this.#follower.head(head);
      },
      onPresence: present => {
        tabs.tell({ kind: 'presence', present });
        this.#follower.present(present);
      },
      onState: online => this.#line(online),
    });
  }

  #reload(head: LiveHead): void {
    const isOther = this.#desk !== undefined && this.#desk !== head.desk;
    this.#desk = head.desk;
    if (isOther) this.#follower.otherDesk();
    else this.#follower.outdated();
    this.#remember(head.seq);
  }

  #remember(seq: number): void {
    if (this.#desk) this.#ports.replica?.takeList('head', { seq, desk: this.#desk } satisfies KeptHead);
  }

  #line(online: boolean): void {
    this.#down?.();
    this.#down = undefined;
    if (online) this.#follower.line(true);
    else this.#down = this.#timer.after(BLINK, () => this.#follower.line(false));
  }
}
