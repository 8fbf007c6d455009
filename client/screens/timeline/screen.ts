import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  contradictionsFound,
  contradictionsIn,
  type Dated,
  datedClaims,
  datedSources,
  firstDay,
  isYearless,
  tooEarly,
} from '../../../shared/timeline/dated.ts';
import { busiest, extentOf, type Window } from '../../../shared/timeline/lay-out.ts';
import { sayEdtf } from '../../../shared/values/dates/say-date.ts';
import { dayNumber } from '../../../shared/values/dates/time-spans.ts';
import { CommandsController } from '../../commands/controller.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { locale, quoted, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { Derived } from '../../panels/derived.ts';
import { DeskClaims } from '../../panels/desk-claims.ts';
import { deskClaimsState } from '../../panels/desk-claims-state.ts';
import { foundId } from '../../panels/found/found-id.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { SeenAs } from '../../router/seen-as.ts';
import { StoreController } from '../../store/context.ts';
import type { VrAgenda } from './agenda.ts';
import { timelineCommands } from './commands.ts';
import { ANY_YEAR } from './figure.ts';
import { type Chronicle, lanesOf } from './lanes.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import './agenda.ts';
import './figure.ts';
import './timeline.css';

/** Days that are drawn at once at each scale; all of them where none is given. */
const SCALES = { all: undefined, months: 500, weeks: 110, days: 24 } as const;
type Scale = keyof typeof SCALES;

const filters = ['all', 'contradictions', 'early'] as const;
type Filter = (typeof filters)[number];

/** Room for what stands beside a thing in the drawing, in UTF-16 code units. */
const WORDS = 48;
const DAY = 86_400_000;
/** Citing claims that are fetched to see what is older than it should be. */
const CITING = 4000;

/** When things happened by the texts, and when the sources were published and opened. */
@customElement('vr-timeline-screen')
export class VrTimelineScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'timeline' };
  @consume({ context: routerContext }) private router!: Router;
  @state() private window: Window | undefined;
  @state() private filter: Filter = 'all';
  @state() private documentId = '';
  @state() private at: string | undefined;
  #desk = new StoreController(this, 'claims', 'conflicts', 'sources', 'documents', 'findings');
  #claims = new DeskClaims(
    this,
    () => this.#desk.store,
    type => type === 'date',
  );
  #chronicle = new Derived(
    this,
    () => this.#desk.store,
    ['claims', 'conflicts', 'sources', 'documents', 'findings', 'refused'],
    () => this.#derive(),
  );

  constructor() {
    super();
    new HeadingFocus(this);
    new SeenAs(
      this,
      query => this.#read(query),
      query => this.#write(query),
    );
    new CommandsController(this, () =>
      timelineCommands({
        step: (by, really) => this.#step(by, really),
        open: really => this.#open(this.at, really),
        scale: (name, really) => {
          if (really) this.#scale(name);
          return this.#all.length > 0;
        },
      }),
    );
  }

  protected override firstUpdated(): void {
    const { store } = this.#desk;
    void store
      .loadSources()
      .then(uses => store.loadClaims([...new Set([...uses.values()].flat())].slice(0, CITING)))
      .catch(() => undefined);
  }

  #read(query: URLSearchParams): void {
    const [from, to] = [dayFrom(query.get('from')), dayFrom(query.get('to'))];
    this.window = from !== undefined && to !== undefined && to > from ? { from, to } : undefined;
    this.filter = filters.find(filter => filter === query.get('show')) ?? 'all';
    this.documentId = query.get('document') ?? '';
    this.at = query.get('at') ?? undefined;
  }

  #write(query: URLSearchParams): void {
    if (this.window) {
      query.set('from', dayWord(this.window.from));
      query.set('to', dayWord(this.window.to));
    }
    if (this.filter !== 'all') query.set('show', this.filter);
    if (this.documentId) query.set('document', this.documentId);
    if (this.at) query.set('at', this.at);
  }

  #derive() {
    const { store } = this.#desk;
    const claims = [...this.#claims.byDocument.values()].flatMap(datedClaims);
    const sources = store.objects.all('source').map(({ object }) => object);
    const citing = store.objects
      .all('claim')
      .map(({ object }) => object)
      .filter(({ evidence }) => evidence.length > 0);
    const early = tooEarly(sources, citing);
    return {
      things: [...claims, ...datedSources(sources)],
      contradictions: [
        ...contradictionsIn(
          store.objects.all('conflict').map(({ object }) => object),
          claims,
        ),
        ...contradictionsFound(store.findings.all, claims, ({ key }) => foundId(key)),
      ],
      early: new Map(early.map(one => [one.sourceId, one])),
    };
  }

  /** What is shown, by the filters. */
  get #all(): readonly Dated[] {
    const { things, contradictions, early } = this.#chronicle.value;
    const red = new Set(contradictions.flatMap(({ keys }) => keys));
    return things.filter(thing => {
      if (this.documentId && thing.documentId !== this.documentId) return false;
      if (this.filter === 'contradictions') return red.has(thing.key);
      if (this.filter === 'early') return thing.what !== 'claim' && early.has(thing.id);
      return true;
    });
  }

  #shown(things: readonly Dated[]): Chronicle {
    const { contradictions, early } = this.#chronicle.value;
    return { ...lanesOf(things, id => this.#title(id)), contradictions, early };
  }

  #title = (id: string): string => this.#desk.store.objects.get('document', id)?.object.title ?? '';

  protected override render() {
    const things = this.#all;
    const isEmpty = this.#claims.state === 'ready' && this.#chronicle.value.things.length === 0;
    return html`<div class="work timeline" data-scroller>
      ${isEmpty ? this.#empty() : html`${this.#header()} ${deskClaimsState(this.#claims, this.#chronicle.value.things.length === 0)} ${things.length > 0 ? this.#figures(things) : this.#nothing()}`}
    </div>`;
  }

  #header() {
    const { contradictions, early, things } = this.#chronicle.value;
    const documents = [...new Set(things.map(({ documentId }) => documentId))].filter(id => id !== undefined);
    const scale = this.#nearest;
    return html`<header>
        <h1>${msg('What happened when')}</h1>
        <span class="sp"></span>
        <div class="seg dt" role="group" aria-label=${msg('Scale')}>
          ${(Object.keys(SCALES) as Scale[]).map(
            name =>
              html`<button aria-pressed=${name === scale ? 'true' : 'false'} @click=${() => this.#scale(name)}>${sayScale(name)}</button>`,
          )}
        </div>
        <span class="pick"><select class="sel" aria-label=${msg('Document')} @change=${(event: Event) => {
          this.documentId = (event.target as HTMLSelectElement).value;
        }}>
          <option value="">${msg('All documents and sources')}</option>
          ${documents.map(id => html`<option value=${id} ?selected=${id === this.documentId}>${this.#title(id)}</option>`)}
        </select></span>
        <span class="pick"><select class="sel" aria-label=${msg('What is shown')} @change=${(
          event: Event,
        ) => {
          this.filter = (event.target as HTMLSelectElement).value as Filter;
        }}>
          ${filters.map(code => html`<option value=${code} ?selected=${code === this.filter}>${sayFilter(code)}</option>`)}
        </select></span>
      </header>
      <p class="signs small">
        <span><i class="dot"></i>${msg('a day')}</span><span><i class="span"></i>${msg('a span, or not known closer')}</span>
        <span><i class="diamond"></i>${msg('no year written')}</span>
        <span class="red">≠ ${plural(contradictions.length, msg(str`${sayNumber(contradictions.length)} {contradiction¦contradictions}`))}</span>
        <span class="red">${plural(early.size, msg(str`${sayNumber(early.size)} {source is¦sources are} older than what they prove`))}</span>
      </p>`;
  }

  #nothing() {
    if (this.#claims.state !== 'ready') return nothing;
    return html`<p class="none">${msg('Nothing is left by what is asked for.')}
      <button class="btn quiet" @click=${() => {
        this.filter = 'all';
        this.documentId = '';
      }}>${msg('Show all')}</button></p>`;
  }

  #empty() {
    return html`<vr-empty>
      <h1>${msg('No dates yet')}</h1>
      <p>${msg('Mark dates while reading, and say what happened then. Here they stand on a line, each text on its own, with the days on which sources were published and opened.')}</p>
      <div class="actions"><a class="btn pri" href="/read">${msg('Go on reading')}</a></div>
    </vr-empty>`;
  }

  #figures(things: readonly Dated[]) {
    const chronicle = this.#shown(things);
    const window = this.window ?? extentOf(things);
    return html`${
      window && chronicle.lanes.length > 0
        ? html`<vr-timeline-figure
            class="dt"
            .chronicle=${chronicle}
            .window=${window}
            .say=${this.#say}
            label=${msg(str`Timeline from ${sayDay(window.from)} to ${sayDay(window.to)}`)}
            @vr-window=${(event: CustomEvent<Window>) => {
              this.window = event.detail;
            }}
            @vr-thing=${this.#press}
          ></vr-timeline-figure>`
        : nothing
    }
    ${
      chronicle.yearless.length > 0
        ? html`<section class="dt yearless">
            <h2>${msg('No year is written')}</h2>
            <vr-timeline-figure
              anyYear
              .chronicle=${{ ...chronicle, lanes: chronicle.yearless }}
              .window=${ANY_YEAR}
              .say=${this.#say}
              label=${msg('Dates without a year')}
              @vr-thing=${this.#press}
            ></vr-timeline-figure>
          </section>`
        : nothing
    }
    <h2 class="as-list">${msg('As a list')}</h2>
    <vr-agenda
      .things=${inOrder(things)}
      .contradictions=${chronicle.contradictions}
      .early=${chronicle.early}
      .titleOf=${this.#title}
      at=${this.at ?? ''}
    ></vr-agenda>`;
  }

  /** What stands beside a thing in the drawing. */
  #say = (thing: Dated): string => {
    const { early } = this.#chronicle.value;
    const when = sayEdtf(thing.edtf, locale());
    if (thing.what === 'claim')
      return thing.label === thing.words
        ? quoted(shortened(thing.words, WORDS))
        : `${isolated(shortened(thing.label, WORDS - when.length))}, ${when}`;
    const late = early.get(thing.id);
    if (!late) return isolated(shortened(thing.label, WORDS));
    const count = late.claimIds.length;
    return plural(
      count,
      msg(
        str`${isolated(shortened(thing.label, WORDS / 2))} ≠ cited for ${sayNumber(count)} later {thing¦things}`,
      ),
    );
  };

  get #nearest(): Scale | undefined {
    if (!this.window) return 'all';
    const days = this.window.to - this.window.from;
    return (Object.keys(SCALES) as Scale[]).find(name => SCALES[name] === days);
  }

  /** Goes to a scale: round the middle of what is drawn, or at first where most happens. */
  #scale(name: Scale): void {
    const days = SCALES[name];
    if (days === undefined) {
      this.window = undefined;
      return;
    }
    const now = this.window;
    const found = now
      ? { from: Math.round((now.from + now.to - days) / 2), to: 0 }
      : (busiest(this.#all, days) ?? { from: 0, to: 0 });
    this.window = { from: found.from, to: found.from + days };
  }

  #press = (event: CustomEvent<string>): void => {
    this.#open(event.detail, true);
  };

  #open(key: string | undefined, really: boolean): boolean {
    const thing = this.#chronicle.value.things.find(one => one.key === key);
    if (!thing) return false;
    if (really)
      this.router.go(
        thing.documentId
          ? { screen: 'read', documentId: thing.documentId, claimId: thing.id }
          : { screen: 'sources', sourceId: thing.id },
      );
    return true;
  }

  #step(by: 1 | -1, really: boolean): boolean {
    const things = inOrder(this.#all);
    const now = things.findIndex(({ key }) => key === this.at);
    const next = things[now < 0 ? 0 : now + by];
    if (!next) return false;
    if (really) {
      this.at = next.key;
      void this.updateComplete.then(() => this.querySelector<VrAgenda>('vr-agenda')?.focusOn(next.key));
    }
    return true;
  }
}

/** By day; what has no year comes last, by month. */
const inOrder = (things: readonly Dated[]): Dated[] =>
  things.toSorted((a, b) => Number(isYearless(a)) - Number(isYearless(b)) || firstDay(a) - firstDay(b));

function sayScale(name: Scale): string {
  switch (name) {
    case 'all':
      return msg('All');
    case 'months':
      return msg('Months');
    case 'weeks':
      return msg('Weeks');
    case 'days':
      return msg('Days');
  }
}

function sayFilter(filter: Filter): string {
  switch (filter) {
    case 'all':
      return msg('Everything');
    case 'contradictions':
      return msg('Only contradictions');
    case 'early':
      return msg('Only sources that are too old');
  }
}

/** Whole words of what is long; at least a few of them. */
function shortened(words: string, most: number): string {
  const length = Math.max(12, most);
  return words.length <= length ? words : `${words.slice(0, length - 1).trimEnd()}…`;
}

const dayWord = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const sayDay = (day: number): string => sayEdtf(dayWord(day), locale());

function dayFrom(text: string | null): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '') ?? [];
  return year === undefined ? undefined : dayNumber(Number(year), Number(month), Number(day));
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-timeline-screen': VrTimelineScreen;
  }
}
