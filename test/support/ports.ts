import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Ports that systems do not give to those who ask for any: what is free among them stays so. */
const FIRST = 20_000;
const LAST = 32_000;

/** Whether nobody listens on a port of this machine. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, 'localhost', () => server.close(() => resolve(true)));
  });

/** A port that nobody listens on and that can be listened on again and again. */
export async function unusedPort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port was found free between ${FIRST} and ${LAST}.`);
}
