import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { align } from '../elements/aligned.ts';
import { announce } from '../elements/announcer.ts';
import { isolated } from '../localize/isolated.ts';
import { sayRefusal } from '../localize/say-refusal.ts';
import { sayInstant } from '../panels/say-instant.ts';
import type { Review } from '../store/reviews.ts';
import type { Store } from '../store/store.ts';
import { attempt } from './commands.ts';
import { placeOfGroup } from './place-of.ts';
import { type SaidClash, sayClash } from './say-clash.ts';

type Clash = NonNullable<Review['problem']['clashes']>[number];

/**
 * One thing to look at again, with what can be done about it.
 * @param done is called when it has been seen to
 */
export function reviewCard(store: Store, review: Review, done: () => void): TemplateResult {
  const place = placeOfGroup(store, review.group);
  const id = `review-${review.group.group}`;
  return html`<article tabindex="0" aria-labelledby=${id}>
    <h3 id=${id}>${review.group.label}</h3>
    ${place?.words ? html`<p class="small muted">${msg(html`in <a href=${place.address}>${place.words}</a>`)}</p>` : nothing}
    ${review.kind === 'unfounded' ? unfounded() : refused(review)}
    <div class="acts">${actions(store, review, place?.address, done)}</div>
  </article>`;
}

const unfounded = () =>
  html`<p>${msg('The decision was taken, but what it rests on was changed before it arrived: the claims, their words or their evidence are not those you saw.')}</p>`;

function refused(review: Review) {
  const clashes = review.problem.clashes ?? [];
  if (clashes.length === 0) {
    return html`<p>${msg(str`It was not saved: ${sayRefusal(review.problem)}`)}</p>`;
  }
  return clashes.map(clash => sides(review, clash));
}

/** Both values, one above the other, with what differs marked. */
function sides(review: Review, clash: Clash) {
  const said = sayClash(clash);
  const other = review.others[clash.theirChange];
  const who =
    clash.path === '*'
      ? other
        ? msg(str`${isolated(other.by)} removed or replaced it, ${sayInstant(other.at)}.`)
        : msg('Somebody else has removed or replaced it meanwhile.')
      : other
        ? msg(str`${isolated(other.by)} has set ${said.field} meanwhile, ${sayInstant(other.at)}.`)
        : msg(str`Somebody else has set ${said.field} meanwhile.`);
  return html`<p>${who}</p>
    ${clash.path === '*' ? nothing : values(said)}`;
}

function values({ mine, theirs }: SaidClash) {
  const columns = align(theirs, mine);
  // Words that have little in common are not taken apart.
  const isOther = columns.filter(({ same }) => same).length < columns.length / 2;
  const marked = (side: 'a' | 'b') =>
    isOther
      ? html`<mark>${side === 'a' ? theirs : mine}</mark>`
      : columns.map(column =>
          column.same ? column[side] : column[side] ? html`<mark>${column[side]}</mark>` : nothing,
        );
  return html`<dl class="both">
    <div><dt>${msg('Theirs, which stands')}</dt><dd class="theirs">${marked('a')}</dd></div>
    <div><dt>${msg('Yours')}</dt><dd class="mine">${marked('b')}</dd></div>
  </dl>`;
}

function actions(store: Store, review: Review, address: string | undefined, done: () => void) {
  const leave = () => {
    store.seen(review);
    done();
  };
  const insist = () => {
    if (attempt(() => store.insist(review))) announce(review.group.label);
    done();
  };
  const isClash = review.problem.clashes !== undefined;
  const canInsist = review.kind === 'refused' && store.couldInsist(review);
  const labels =
    review.kind === 'unfounded'
      ? { leave: msg('It holds all the same'), edit: msg('Look at it') }
      : { leave: isClash ? msg('Keep theirs') : msg('Let it go'), edit: msg('Edit') };
  return html`<button class="btn" data-key="1" @click=${leave}>${labels.leave}<kbd class="dt">1</kbd></button>
    ${
      canInsist
        ? html`<button class="btn" data-key="2" @click=${insist}>${isClash ? msg('Put mine') : msg('Try again')}<kbd class="dt">2</kbd></button>`
        : nothing
    }
    ${
      address
        ? html`<a class="btn quiet" data-key="3" href=${address}>${labels.edit}<kbd class="dt">3</kbd></a>`
        : nothing
    }`;
}
