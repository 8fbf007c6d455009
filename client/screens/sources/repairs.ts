import { msg, str } from '@lit/localize';
import type { ToldFinding } from '../../../shared/api/found.ts';
import { repairPatch } from '../../../shared/citations/repair-patch.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { toast } from '../../elements/toasts.ts';
import { whyOf } from '../../frame/why.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { copyWords } from '../../panels/found/copy-words.ts';
import type { Store } from '../../store/store.ts';

/** Puts all repairs of a document on the clipboard as a unified diff, and says how many they are. */
export async function copyRepairs(
  store: Store,
  documentId: string,
  findings: readonly ToldFinding[],
): Promise<void> {
  const document = store.get('document', documentId)?.object;
  if (!document) return;
  const repairs = findings.flatMap(({ repair }) => (repair?.documentId === documentId ? [repair] : []));
  let text: string;
  try {
    text = await textOf(store, documentId, currentRevision(document).id);
  } catch (error) {
    toast(`${msg('The text could not be loaded.')} ${whyOf(error)}`, { tone: 'error' });
    return;
  }
  const { patch, made, left } = repairPatch(document.title, text, repairs);
  const says = plural(made, msg(str`Copied ${sayNumber(made)} {repair¦repairs}.`));
  const missed = plural(
    left,
    msg(str`${sayNumber(left)} {repair is¦repairs are} left out: another changes the same words.`),
  );
  await copyWords(patch, left > 0 ? `${says} ${missed}` : says);
}

async function textOf({ client }: Store, id: string, revision: string): Promise<string> {
  const map = await client.getTextMap({ params: { id, revision } });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  for (let piece = 0; piece < map.pieceChunks.length; piece++)
    parts.push(decoder.decode(await client.getPiece({ params: { id, revision, piece } })));
  return parts.join('');
}
