import { z } from 'zod';
import { CslItem } from '../../citations/csl.ts';
import { fit, stance } from '../../model/scales.ts';
import type { ForeignEvidence } from '../foreign.ts';
import { bodiesOf, EvidenceParticulars, ownId, parsed, particularsIn } from './particulars.ts';
import { nameOf, readPlaces } from './read-annotation.ts';
import { CSL_TYPE, type Node } from './terms.ts';

const Stance = z.object({ value: stance.schema });
const Fit = z.object({ value: fit.schema });

/** What one of our own annotations that links a source or a passage to a claim says. */
export function readEvidence(node: Node): ForeignEvidence | undefined {
  const bodies = bodiesOf(node);
  const csl = CslItem.safeParse(parsed(bodies.find(({ format }) => format === CSL_TYPE)?.value));
  const says = (purpose: string) =>
    bodies.find(body => body.purpose === purpose && body.format === 'text/plain');
  const stands = Stance.safeParse(says('classifying'));
  if (!stands.success) return undefined;
  const links = bodies.filter(body => body.type === 'SpecificResource' && body.purpose === 'linking');
  const told = particularsIn(node, 'describing', EvidenceParticulars);
  const passage = told ? readPlaces(links.filter(isPassage))[0] : undefined;
  if (!csl.success && !passage) return undefined;
  const fits = Fit.safeParse(says('assessing'));
  const link = links.find(one => !isPassage(one));
  const quote = told ? told.quote : (link?.selector as Node | undefined)?.exact;
  const day = String((link?.state as Node | undefined)?.sourceDateStart ?? '').slice(0, 10);
  const locator = says('describing')?.value;
  const note = says('commenting')?.value;
  const id = ownId(node.id);
  return {
    ...(id === undefined ? {} : { id }),
    ...(csl.success ? { csl: csl.data } : {}),
    ...(told?.source ? { source: told.source } : {}),
    ...(passage ? { passage } : {}),
    ...(told?.asQuoted ? { asQuoted: true } : {}),
    ...(told?.archived ? { archived: told.archived } : {}),
    ...(told?.attachments ? { attachments: told.attachments } : {}),
    stance: stands.data.value,
    ...(fits.success ? { fit: fits.data.value } : {}),
    ...(typeof quote === 'string' ? { quote } : {}),
    ...(typeof locator === 'string' ? { locator } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) ? { accessed: day } : {}),
    ...(typeof note === 'string' ? { note } : {}),
    ...nameOf(node.creator),
    ...(typeof node.created === 'string' ? { at: node.created } : {}),
  };
}

/** Whether a link leads to words of a document, as against a source as a whole or what is quoted of it. */
const isPassage = ({ source }: Node): boolean =>
  (source as Node | null | undefined)?.type === 'Text' && ownId((source as Node).id) !== undefined;
