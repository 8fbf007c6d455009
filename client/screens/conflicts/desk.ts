import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ToldFinding } from '../../../shared/api/found.ts';
import type { Draft } from '../../../shared/change/draft.ts';
import { basisChanged, basisOf } from '../../../shared/conflicts/basis.ts';
import {
  decideConflict,
  type Effect,
  effectsOf,
  outcomeAsks,
  reopenConflict,
} from '../../../shared/conflicts/decide.ts';
import { renewFromFinding } from '../../../shared/conflicts/from-finding.ts';
import { nameEntity } from '../../../shared/entities/name-entity.ts';
import { hull } from '../../../shared/model/anchor.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Conflict, Decision, Ground } from '../../../shared/model/conflict.ts';
import type { Outcome, Severity } from '../../../shared/model/scales.ts';
import type { Evidence } from '../../../shared/model/source.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayConflict } from '../../localize/say-conflict.ts';
import { sayGround } from '../../localize/say-ground.ts';
import { stepsOf } from '../../localize/say-step.ts';
import '../../panels/history.ts';
import '../../panels/others-here.ts';
import { type ComparedSide, comparePlace } from '../../router/compare-address.ts';
import { addressOf } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { type Gesture, newId } from '../../store/store.ts';
import { changedSince } from './changed-since.ts';
import './decision-bar.ts';
import type { VrDecisionBar } from './decision-bar.ts';
import { type DecisionDraft, emptyDraft, missing, withOutcome } from './decision-draft.ts';
import './decision-record.ts';
import type { FoundCase } from './found/cases.ts';
import { onRecord } from './found/on-record.ts';
import './found/defect.ts';
import type { VrDecisionRecord } from './decision-record.ts';
import './grounds.ts';
import './places.ts';
import { placesOf, sayDay, sayDocuments, sayKind, sayPlaces } from './say.ts';
import './side.ts';

const sideOf = ({ anchor }: Claim): ComparedSide => ({
  documentId: anchor.documentId,
  revision: anchor.revision,
  range: hull(anchor),
});

/** A title of more UTF-16 code units is set smaller. */
const LONG = 90;

/** How many sides stand beside one another: at most three, and four as two pairs. */
const abreast = (sides: number): number => (sides === 4 ? 2 : Math.min(3, sides));

/** One conflict on the editor's desk: sides, grounds, where a decision would apply, and the decision. */
@customElement('vr-conflict-desk')
export class VrConflictDesk extends LightElement {
  @property({ attribute: false }) held!: Versioned<'conflict'>;
  /** Set where it is not on the record yet: whatever is done about it puts it there. */
  @property({ attribute: false }) found: FoundCase | undefined;
  /** What a rule finds again although this conflict was settled. */
  @property({ attribute: false }) back: ToldFinding | undefined;
  @state() private tried = false;
  /** What has been filled in, by conflict, so that going away and coming back loses nothing. */
  #drafts = new Map<string, DecisionDraft>();
  #desk = new StoreController(this, 'claims', 'documents', 'sources');

  get conflict(): Conflict {
    return this.held.object;
  }

  get #draft(): DecisionDraft {
    return this.#drafts.get(this.conflict.id) ?? emptyDraft;
  }

  get #bar(): VrDecisionBar | null {
    return this.querySelector('vr-decision-bar');
  }

  /** Chooses an outcome and moves to what it asks for. */
  choose(code: Outcome): void {
    this.#keep(withOutcome(this.#draft, code, this.conflict));
    void this.updateComplete.then(() => this.#bar?.focusOn(outcomeAsks[code].side ? 'side' : 'reason'));
  }

  /** The first ground that speaks against there being a conflict. */
  get groundAgainst(): Ground | undefined {
    return this.conflict.grounds.find(ground => !ground.for);
  }

  /** Opens the field for dissent, or for the reason to reopen. */
  write(what: 'dissent' | 'reopen'): void {
    void this.querySelector<VrDecisionRecord>('vr-decision-record')?.write(what);
  }

  /** Moves the focus to the conflict's title, where reading begins. */
  focusTitle(): void {
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('held') as Versioned | undefined;
    if (before && before.id !== this.held.id) this.tried = false;
  }

  protected override render() {
    const { conflict } = this;
    const open = conflict.state === 'open';
    const documents = new Set(this.#claims().map(claim => claim.anchor.documentId)).size;
    return html`<article class="desk" @vr-adopt=${(event: CustomEvent<Ground>) => this.adopt(event.detail)}>
      <div class="dk" data-scroller tabindex="-1">
        <div class="top2">
          <h1 dir="auto" tabindex="-1" class=${conflict.title.length > LONG ? 'long' : nothing}>${sayConflict(conflict)}</h1>
          ${this.#severity()}
          <span class="small muted"><span class="mono">${sayKind(conflict.kind)}</span> ${this.#origin()} · ${sayPlaces(placesOf(conflict))}${documents > 0 ? html`, ${sayDocuments(documents)}` : nothing}</span>
        </div>
        ${this.found ? nothing : html`<vr-others-here .objectId=${conflict.id}></vr-others-here>`}
        <div class="sides" style="--sides:${abreast(conflict.sides.length)}">
          ${conflict.sides.map((side, i) => html`<vr-conflict-side .side=${side} .index=${i} .proposed=${this.found?.claims} .against=${conflict.sides[i === 0 ? 1 : 0]?.value}></vr-conflict-side>`)}
        </div>
        ${this.#compare()}
        ${this.#finding()}
        <vr-grounds .grounds=${conflict.grounds} ?deciding=${open}></vr-grounds>
        ${open && this.#draft.outcome ? html`<vr-conflict-places .effects=${this.#effects()} .proposed=${this.found?.claims} .leftOut=${this.#draft.leftOut} @vr-place=${this.#place}></vr-conflict-places>` : nothing}
        ${open ? nothing : this.#leftOver()}
        <vr-decision-record .conflict=${conflict} .changed=${this.#isStale() ? changedSince(this.conflict, this.#find, evidence => this.#nameOf(evidence)) : undefined} @vr-dissent=${this.#dissent} @vr-reopen=${this.#reopen}></vr-decision-record>
        ${this.found ? nothing : html`<vr-history .held=${this.held}></vr-history>`}
      </div>
      ${open ? html`<vr-decision-bar .conflict=${conflict} .draft=${this.#draft} ?tried=${this.tried} @vr-draft=${(event: CustomEvent<DecisionDraft>) => this.#keep(event.detail)} @vr-decide=${() => this.decide()}></vr-decision-bar>` : nothing}
    </article>`;
  }

  /** What was being written when somebody else decided. */
  #leftOver() {
    const reason = this.#draft.reason.trim();
    if (!reason) return nothing;
    return html`<div class="left-over small" role="status">
      <p>${msg(str`It was decided while you were writing. Your words are kept here: ${isolated(reason)}`)}</p>
      <button class="btn quiet low" @click=${() => this.#keep(emptyDraft)}>${msg('Let them go')}</button>
    </div>`;
  }

  /** Leads to the first passages of the first two sides, letter by letter. */
  #compare() {
    const [left, right] = this.conflict.sides.map(({ claimIds: [id] }) => {
      const claim = id && (this.found?.claims.get(id) ?? this.#desk.store.get('claim', id)?.object);
      return claim ? sideOf(claim) : undefined;
    });
    if (!left || !right) return nothing;
    const place = comparePlace({ left, right, by: 'character' });
    return html`<p class="compare-sides"><a class="btn quiet" href=${addressOf(place)}><vr-icon name="compare"></vr-icon>${msg('Compare these passages')}</a></p>`;
  }

  /** What the rule says beside the sides. */
  #finding() {
    const told = this.found?.told ?? (this.conflict.state === 'settled' ? this.back : undefined);
    return told ? html`<vr-defect .told=${told}></vr-defect>` : nothing;
  }

  #severity() {
    return html`<label class="pick severity ${this.conflict.severity}"><span class="vh">${msg('Severity')}</span>
      <select class="sel" .value=${this.conflict.severity} @change=${(event: Event) => this.#setSeverity((event.target as HTMLSelectElement).value as Severity)}>
        ${stepsOf('severity').map(step => html`<option value=${step.code} ?selected=${step.code === this.conflict.severity}>${step.label}</option>`)}
      </select>
    </label>`;
  }

  /** Whether the decision rests on something that has changed since; claims that are still on their way do not count as changed. */
  #isStale(): boolean {
    const ids = this.conflict.sides.flatMap(side => side.claimIds);
    return (
      ids.every(id => this.#desk.store.objects.get('claim', id)) && basisChanged(this.conflict, this.#find)
    );
  }

  #nameOf(evidence: Evidence): string {
    const { store } = this.#desk;
    const csl = evidence.sourceId ? store.get('source', evidence.sourceId)?.object.csl : undefined;
    const document = evidence.passage
      ? store.get('document', evidence.passage.documentId)?.object.title
      : undefined;
    return csl?.title ?? csl?.URL ?? document ?? msg('a source');
  }

  #find = (id: string): Claim | undefined =>
    this.found?.claims.get(id) ?? this.#desk.store.get('claim', id)?.object;

  #origin(): string {
    const { raisedBy, raisedAt } = this.conflict;
    return this.found
      ? msg(str`found by the rule ${this.found.told.rule}`)
      : msg(str`raised by ${isolated(raisedBy)}, ${sayDay(raisedAt)}`);
  }

  #claims(): Claim[] {
    return this.conflict.sides
      .flatMap(side => side.claimIds)
      .map(this.#find)
      .filter(claim => claim !== undefined);
  }

  #effects(): Effect[] {
    const { outcome, sideId, preferred } = this.#draft;
    return outcome
      ? effectsOf(this.conflict, outcome, { ...(sideId ? { sideId } : {}), preferred: preferred.trim() })
      : [];
  }

  #keep(draft: DecisionDraft): void {
    this.#drafts.set(this.conflict.id, draft);
    this.requestUpdate();
  }

  #place = (event: CustomEvent<string>): void => {
    const leftOut = new Set(this.#draft.leftOut);
    if (!leftOut.delete(event.detail)) leftOut.add(event.detail);
    this.#keep({ ...this.#draft, leftOut });
  };

  /** Takes a ground over as the reason; one that speaks against, as the reason that there is no conflict. */
  adopt(ground: Ground): void {
    const outcome = this.#draft.outcome ?? (ground.for ? undefined : 'no-conflict');
    this.#keep({ ...this.#draft, reason: sayGround(ground), ...(outcome ? { outcome } : {}) });
    void this.updateComplete.then(() => this.#bar?.focusOn('reason'));
  }

  /** Decides as it has been filled in, or says what is missing and moves there. */
  decide(): void {
    const draft = this.#draft;
    const lacks = missing(draft, this.conflict);
    this.tried = lacks !== undefined;
    if (lacks) {
      void this.updateComplete.then(() => this.#bar?.focusOn(lacks));
      return;
    }
    const { store } = this.#desk;
    const asksSide = draft.outcome === 'one-side';
    const preferred = draft.preferred.trim();
    const decision: Decision = {
      id: newId(),
      outcome: draft.outcome!,
      ...(asksSide ? { sideId: draft.sideId! } : {}),
      ...(preferred && (draft.outcome === 'same-entity' || draft.outcome === 'neither') ? { preferred } : {}),
      reason: draft.reason.trim(),
      by: store.signature,
      at: new Date().toISOString(),
      basis: basisOf(this.conflict, this.#find),
    };
    const effects = this.#effects().filter(effect => !draft.leftOut.has(effect.claimId));
    const drafts = [
      ...decideConflict(this.conflict, decision, effects, this.#find),
      ...(decision.outcome === 'same-entity' ? this.#nameEntity(effects, preferred) : []),
    ];
    const gesture = this.#do(msg('Decide conflict'), drafts);
    if (!gesture) return;
    this.#drafts.delete(this.conflict.id);
    this.#told(msg('Decided.'), gesture);
    this.dispatchEvent(new CustomEvent('vr-decided', { bubbles: true }));
  }

  /** One entity for all claims that the decision reaches, with the form that it prefers. */
  #nameEntity(effects: readonly Effect[], preferred: string): Draft[] {
    const namings = effects.flatMap(({ claimId, side }) => {
      const claim = this.#find(claimId);
      return claim ? [{ claim, form: side.value }] : [];
    });
    return nameEntity(namings, preferred, id => this.#desk.store.get('entity', id)?.object, newId);
  }

  #dissent = (event: CustomEvent<{ decisionId: string; text: string }>): void => {
    const item = {
      id: newId(),
      decisionId: event.detail.decisionId,
      text: event.detail.text,
      by: this.#desk.store.signature,
      at: new Date().toISOString(),
    };
    this.#do(msg('Record dissent'), [
      { kind: 'conflict', objectId: this.conflict.id, operation: { op: 'add', list: 'dissent', item } },
    ]);
  };

  #reopen = (event: CustomEvent<{ text: string }>): void => {
    const reopened = {
      by: this.#desk.store.signature,
      at: new Date().toISOString(),
      reason: event.detail.text,
    };
    const drafts = this.back
      ? renewFromFinding(this.conflict, this.back, reopened.reason, newId, reopened, this.#find)
      : reopenConflict(this.conflict, reopened, this.#find);
    const gesture = this.#do(msg('Reopen conflict'), drafts);
    if (gesture) this.#told(msg('Reopened.'), gesture);
  };

  #setSeverity(value: Severity): void {
    this.#do(msg('Set severity'), [
      { kind: 'conflict', objectId: this.conflict.id, operation: { op: 'set', values: { severity: value } } },
    ]);
  }

  #do(label: string, drafts: readonly Draft[]): Gesture | undefined {
    // What was only found goes on the record with what is done about it, as one step.
    const { store } = this.#desk;
    return attempt(() => store.do(label, this.found ? onRecord(store, this.found, drafts) : drafts));
  }

  #told(words: string, gesture: Gesture): void {
    const { store } = this.#desk;
    toast(words, {
      action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-conflict-desk': VrConflictDesk;
  }
}
