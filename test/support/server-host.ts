import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../server/cli/main.ts';

const packageRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** What the host is asked for: the arguments of a command line. */
export interface Order {
  readonly argv: readonly string[];
}

/** What it tells when the command has ended. */
export interface Ended {
  readonly code: number;
}

// A program that is started once and serves one desk after another, since most of a start is the loading of modules.
// A signal ends what is served, as it does in a process of its own, and the next order begins anew.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('message', async ({ argv }: Order) => {
    const code = await main({ argv, packageRoot: path.resolve(packageRoot), checkout: true });
    process.send?.({ code } satisfies Ended);
  });
  process.on('disconnect', () => process.exit());
}
