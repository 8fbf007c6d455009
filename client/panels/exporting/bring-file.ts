import { ApiProblem, problemIn } from '../../../shared/api/client.ts';

/** A file that came whole. */
export interface BroughtFile {
  readonly name: string;
  readonly bytes: Blob;
}

/**
 * Brings a file from the server piece by piece. The browser keeps what has come where it keeps large things, on the disk
 * too, and not in the page.
 * @param came hears how many bytes have come
 * @throws ApiProblem where the server answers with an error, the network's own error where it breaks off, and the signal's
 * reason where it was called off; the server then stops writing
 */
export async function bringFile(
  address: string,
  came: (bytes: number) => void,
  signal: AbortSignal,
): Promise<BroughtFile> {
  const response = await fetch(address, { signal });
  if (!response.ok || !response.body) throw new ApiProblem(problemIn(response.status, await response.text()));
  let bytes = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, through) {
      bytes += piece.byteLength;
      came(bytes);
      through.enqueue(piece);
    },
  });
  const { headers } = response;
  const type = headers.get('content-type') ?? 'application/octet-stream';
  const whole = new Response(response.body.pipeThrough(counting, { signal }), {
    headers: { 'content-type': type },
  });
  const name = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'export';
  return { name, bytes: await whole.blob() };
}

/** Lets the person keep a file. */
export function keepFile({ name, bytes }: BroughtFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // The browser has to have begun before it is let go of.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
