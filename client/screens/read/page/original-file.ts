import { urlOf } from '../../../../shared/api/client.ts';
import { contract } from '../../../../shared/api/contract.ts';
import type { Revision } from '../../../../shared/model/document.ts';
import type { DeskClient } from '../../../store/client.ts';
import { PdfFile, troubleOf } from './pdf-file.ts';

/**
 * Opens the file that a text was read from: as the server gives it, or as this browser keeps it where the server is away.
 * @param progress is told the share that has come, from 0 to 1
 * @throws what `troubleOf` tells apart
 */
export async function openOriginal(
  client: DeskClient,
  documentId: string,
  { id, bytes }: Revision,
  progress: (share: number) => void,
): Promise<PdfFile> {
  const params = { id: documentId, revision: id };
  try {
    return await PdfFile.open({ url: urlOf(contract.getRevisionBytes, { params }) }, bytes, progress);
  } catch (error) {
    if (troubleOf(error) !== 'away') throw error;
    const data = await client.getRevisionBytes({ params }).catch(() => undefined);
    if (!data) throw error;
    return PdfFile.open({ data }, bytes, progress);
  }
}
