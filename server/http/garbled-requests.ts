import type { Server } from 'node:http';
import { PROBLEM_TYPE } from '../../shared/api/problem.ts';
import { Refusal } from '../services/refusal.ts';

/** Most bytes of a request's address and headers; an address may carry a filter, a title and an origin. */
export const HEAD_BYTES = 64 * 1024;

/** Answers what is no HTTP, or too long to be read, with a problem too: it never gets as far as the app. */
export function answerGarbledRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const refusal =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? new Refusal(
            'too-large',
            `The address and the headers together are longer than ${HEAD_BYTES} bytes.`,
          )
        : new Refusal('bad-input', 'What came is not a request in HTTP.');
    const problem = refusal.toProblem();
    const body = JSON.stringify(problem);
    socket.end(
      [
        `HTTP/1.1 ${problem.status} ${problem.title}`,
        `Content-Type: ${PROBLEM_TYPE}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  });
}
