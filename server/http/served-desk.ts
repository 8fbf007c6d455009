import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import type { Extracting } from '../extracting/extract-file.ts';
import { sweepUploads } from '../services/attachments.ts';
import { Desk, type Limits, USUAL_LIMITS } from '../services/desk.ts';
import type { FindingsOptions } from '../services/findings/findings.ts';
import type { Presences } from '../services/presence.ts';
import { openStorage } from '../storage/registry.ts';
import { type AppOptions, createApp } from './app.ts';
import { LiveHub, type LiveLimits } from './live-hub.ts';

/** Milliseconds after which texts and claims begin to be made ready for finding. */
const LATER = 1_500;
/** How often what was sent ahead and never named is looked for, in milliseconds. */
const SWEEP = 60 * 60 * 1000;

export interface ServedDeskOptions {
  /** Address of the store, as `openStorage` takes it. */
  readonly data: string;
  readonly limits: Partial<Limits> | undefined;
  readonly finding: FindingsOptions | undefined;
  readonly extracting?: Extracting | undefined;
  readonly live: Partial<LiveLimits> | undefined;
  readonly presences: Presences;
  readonly log: Logger;
  readonly app: Omit<AppOptions, 'live' | 'log'>;
  /** Called before anybody is answered. */
  readonly begin?: (desk: Desk) => Promise<void>;
}

/** A desk that is open, and everything that answers for it. */
export interface ServedDesk {
  readonly desk: Desk;
  readonly live: LiveHub;
  readonly answer: RequestListener;
  /** Begins with what is done beside answering. */
  start(): void;
  /** Ends what goes on beside the requests, so that nobody stays only to listen. */
  dismiss(): void;
  /** Closes the desk; requests should be done. */
  close(): Promise<void>;
}

/** Opens a desk and makes the app over it. @throws as `openStorage` does */
export async function openServedDesk(options: ServedDeskOptions): Promise<ServedDesk> {
  const { data, log, presences } = options;
  const storage = await openStorage(data);
  const limits = { ...USUAL_LIMITS, ...options.limits };
  const desk = await Desk.open(storage, limits, options.finding, options.extracting);
  try {
    await options.begin?.(desk);
    const live = new LiveHub(desk.storage, presences, options.live);
    desk.findings.subscribe(news => live.tellFindings(news));
    const answer = createApp(desk, { ...options.app, live, log });
    const timers: NodeJS.Timeout[] = [];
    const sweep = () =>
      sweepUploads(storage, Date.now()).catch(error => log.warn(error, 'Old uploads were not swept.'));
    return {
      ...{ desk, live, answer },
      start() {
        void sweep();
        timers.push(setInterval(sweep, SWEEP).unref());
        // Those who come at once come for what they were doing; what they may look for comes after it.
        timers.push(
          setTimeout(() => {
            desk.search.beginIfSmall().catch(error => log.warn(error, 'Nothing was made ready for finding.'));
            desk.findings.begin().catch(error => log.warn(error, 'Nothing is found by itself.'));
          }, LATER).unref(),
        );
      },
      dismiss() {
        for (const timer of timers) clearTimeout(timer);
        live.close();
      },
      close: () => desk.close(),
    };
  } catch (error) {
    await desk.close();
    throw error;
  }
}
