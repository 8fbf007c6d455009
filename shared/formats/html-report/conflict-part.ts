import { type Conflict, decisionInForce } from '../../model/conflict.ts';
import type { ReportTongue } from './report-tongue.ts';
import { esc, own, paragraphs, sayMarkup, signed, titleWords } from './words.ts';

/**
 * Writes a conflict with its sides, its decision and what was said against it.
 * @param claims the ids of the claims that the report holds
 */
export function conflictPart(tongue: ReportTongue, conflict: Conflict, claims: ReadonlySet<string>): string {
  const decision = decisionInForce(conflict);
  const sides = conflict.sides.map(({ id, value, claimIds }) => {
    const links = claimIds.map((claim, i) => {
      const name = esc(tongue.say('claimNumber', { number: i + 1 }));
      return claims.has(claim) ? `<a href="#claim-${claim}">${name}</a>` : name;
    });
    const chosen = decision?.sideId === id ? ` <b>— ${esc(tongue.say('heldRight'))}</b>` : '';
    return `<li>${own(value)}${chosen} <span class="meta">${links.join(', ')}</span></li>`;
  });
  const headed = (head: string, text: string, by: string, at: string) =>
    `<div class="said"><p><b>${esc(head)}</b></p>${paragraphs(text)}<p>${signed(tongue, by, at)}</p></div>`;
  const reopened = conflict.decisions.flatMap(({ reopened: again }) =>
    again ? [headed(tongue.say('takenUp'), again.reason, again.by, again.at)] : [],
  );
  const kind = tongue.say('kind', {
    severity: tongue.words.severity[conflict.severity].toLocaleLowerCase(tongue.tag),
    kind: tongue.words.kinds[conflict.kind] ?? conflict.kind,
  });
  return [
    `<article class="conflict" id="conflict-${conflict.id}"><h3 dir="auto">${esc(titleWords(tongue, tongue.conflict(conflict)))}</h3><p>`,
    decision
      ? `<span class="mark">${esc(tongue.words.outcome[decision.outcome])}</span>`
      : `<span class="mark open">${esc(tongue.say('open'))}</span>`,
    `<span class="meta">${esc(kind)}</span></p>`,
    `<ol>${sides.join('')}</ol>`,
    decision?.preferred === undefined
      ? ''
      : `<p>${sayMarkup(tongue, 'preferredForm', { form: `<b>${own(decision.preferred)}</b>` })}</p>`,
    decision ? `${paragraphs(decision.reason)}<p>${signed(tongue, decision.by, decision.at)}</p>` : '',
    ...conflict.dissent.map(({ text, by, at }) => headed(tongue.say('dissent'), text, by, at)),
    ...reopened,
    conflict.grounds.length === 0
      ? ''
      : `<ul class="meta">${conflict.grounds.map(ground => `<li>${sayMarkup(tongue, ground.for ? 'for' : 'against', { ground: own(tongue.ground(ground)) })}</li>`).join('')}</ul>`,
    '</article>\n',
  ].join('');
}
