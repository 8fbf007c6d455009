import { consume } from '@lit/context';
import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { Id } from '../../../shared/model/ids.ts';
import { type Kind, kinds } from '../../../shared/model/objects.ts';
import { CommandsController } from '../../commands/controller.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { historyCommands } from './commands.ts';
import type { Between } from './difference-view.ts';
import type { LogLook } from './log.ts';
import type { VrHistoryLog } from './log-view.ts';
import type { VrHistoryMoment } from './moment-view.ts';
import './difference-view.ts';
import './history.css';
import './log-view.ts';
import './moment-view.ts';

/** What was done, what stood at any moment, and what changed between two. */
@customElement('vr-history-screen')
export class VrHistoryScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'history' };
  @consume({ context: routerContext }) private router!: Router;
  @query('vr-history-log') private log!: VrHistoryLog | null;
  @query('vr-history-moment') private moment!: VrHistoryMoment | null;

  constructor() {
    super();
    new HeadingFocus(this);
    new CommandsController(this, () =>
      historyCommands({
        step: (by, really) => (this.moment ?? this.log)?.step(by, really) ?? false,
        enter: really => this.log?.enter(really) ?? false,
        takeBack: really => this.log?.takeBack(really) ?? false,
        restore: really => this.moment?.restore(really) ?? false,
        now: really => this.#now(really),
        close: really => (this.moment ?? this.log)?.close(really) ?? false,
      }),
    );
  }

  get #query(): URLSearchParams {
    return new URLSearchParams(this.route.screen === 'history' ? this.route.query : '');
  }

  protected override render() {
    const { route } = this;
    if (route.screen !== 'history') return html``;
    const asked = this.#query;
    if (route.documentId)
      return html`<vr-history-moment
        documentId=${route.documentId}
        .at=${numberIn(asked, 'at')}
        .claimId=${Id.safeParse(asked.get('claim')).data}
        @vr-moved=${(event: CustomEvent<number>) => this.#keep({ at: String(event.detail) })}
        @vr-claim=${(event: CustomEvent<string | undefined>) => this.#keep({ claim: event.detail })}
      ></vr-history-moment>`;
    const since = numberIn(asked, 'since');
    if (since !== undefined)
      return html`<vr-history-difference
        .between=${betweenIn(asked, since)}
        @vr-between=${(event: CustomEvent<Between>) => this.#go(toQuery({ ...event.detail }))}
      ></vr-history-difference>`;
    return html`<vr-history-log
      .look=${lookIn(asked)}
      .current=${numberIn(asked, 'seq')}
      .isBack=${asked.get('back') === 'yes'}
      @vr-look=${(event: CustomEvent<LogLook>) => this.#go(toQuery({ ...event.detail }))}
      @vr-entry=${(event: CustomEvent<number | undefined>) => this.#keep({ seq: event.detail === undefined ? undefined : String(event.detail), back: undefined })}
    ></vr-history-log>`;
  }

  /** Says in the address what is looked at, without another step "back". */
  #keep(values: Readonly<Record<string, string | undefined>>): void {
    const asked = this.#query;
    for (const [name, value] of Object.entries(values))
      if (value === undefined) asked.delete(name);
      else asked.set(name, value);
    this.#go(asked.toString(), true);
  }

  #go(query: string, replace = false): void {
    if (this.route.screen !== 'history') return;
    const { documentId } = this.route;
    this.router.go({ screen: 'history', ...(documentId ? { documentId } : {}), query }, { replace });
  }

  #now(really: boolean): boolean {
    const { route } = this;
    if (route.screen !== 'history' || !route.documentId) return false;
    if (really) this.router.go({ screen: 'read', documentId: route.documentId });
    return true;
  }
}

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

function betweenIn(query: URLSearchParams, since: number): Between {
  const until = numberIn(query, 'until');
  const document = Id.safeParse(query.get('document')).data;
  return { since, ...(until === undefined ? {} : { until }), ...(document ? { document } : {}) };
}

function lookIn(query: URLSearchParams): LogLook {
  const id = (name: string) => Id.safeParse(query.get(name)).data;
  const [object, document] = [id('object'), id('document')];
  const kind = kinds.find(one => one === query.get('kind')) as Kind | undefined;
  const [by, day] = [query.get('by'), query.get('day')];
  return {
    ...(by ? { by } : {}),
    ...(kind ? { kind } : {}),
    ...(object ? { object } : {}),
    ...(document ? { document } : {}),
    ...(day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
  };
}

const toQuery = (values: Readonly<Record<string, string | number>>): string =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();

declare global {
  interface HTMLElementTagNameMap {
    'vr-history-screen': VrHistoryScreen;
  }
}
