import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';

/** How the web is reached. */
export interface Way {
  /** @returns all addresses of a name; rejects where it has none */
  resolve(name: string): Promise<readonly string[]>;
  /**
   * Connects to one of some addresses, and to no other.
   * @param addresses of one name, each of them looked at
   */
  connect(addresses: readonly string[], port: number): Socket;
  /** Certificates that are trusted beside those of Node.js, in PEM. */
  readonly trusted?: string;
}

/** The way straight to the web: settings for a proxy are not followed, since nobody could check where it goes. */
export const directWay: Way = {
  async resolve(name) {
    return (await lookup(name, { all: true })).map(({ address }) => address);
  },
  connect(addresses, port) {
    const all = addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }));
    return connect({
      // No name that anything could resolve once more: the addresses are those that were looked at.
      host: 'looked-up.invalid',
      port,
      autoSelectFamily: true,
      lookup: (_name, _options, done) => done(null, all),
    });
  },
};
