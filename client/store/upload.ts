import { createClient } from '../../shared/api/client.ts';
import { contract } from '../../shared/api/contract.ts';
import type { DeskClient } from './client.ts';
import { type SendFile, sendBy } from './outgoing-files.ts';

/**
 * Makes a client of the desk's own server that tells how much of a body has been sent, which `fetch` cannot.
 * @param sent hears the share of the bytes that has left, from 0 to 1
 */
export const createUploadClient = (sent: (share: number) => void): DeskClient =>
  createClient(
    contract,
    (url: string, init: UploadInit) =>
      new Promise<Response>((resolve, reject) => {
        init.signal?.throwIfAborted();
        const request = new XMLHttpRequest();
        request.open(init.method, url);
        request.responseType = 'arraybuffer';
        for (const [name, value] of Object.entries(init.headers)) request.setRequestHeader(name, value);
        request.upload.addEventListener('progress', ({ loaded, total }) => {
          if (total > 0) sent(loaded / total);
        });
        request.addEventListener('load', () =>
          resolve(new Response(request.response as ArrayBuffer, { status: request.status })),
        );
        request.addEventListener('error', () => reject(new TypeError('The server did not answer.')));
        request.addEventListener('abort', () => reject(new DOMException('Given up.', 'AbortError')));
        init.signal?.addEventListener('abort', () => request.abort());
        request.send(init.body ?? null);
      }),
  );

/** Sends an attached file and tells how much of it has left. */
export const sendFile: SendFile = (sha256, bytes, { sent = () => undefined, signal }) =>
  sendBy(createUploadClient(sent))(sha256, bytes, signal ? { signal } : {});

interface UploadInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
}
