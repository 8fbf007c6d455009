import path from 'node:path';
import { expect } from 'chai';
import { openStorage, storageAdapters } from '../../../server/storage/registry.ts';
import { storageContract } from './contract.ts';
import { failure } from './samples.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary.ts';

describe('stores', () => {
  after(removeTemporaryFolders);

  for (const { scheme, durable } of storageAdapters) {
    let location = '';
    storageContract(scheme, {
      open: async () => {
        location = durable ? `${scheme}:${path.join(await temporaryFolder(), 'desk')}` : `${scheme}:`;
        return openStorage(location);
      },
      ...(durable && { reopen: () => openStorage(location) }),
    });
  }

  it('are chosen by the scheme of their address; another scheme is refused with those that are known', async () => {
    for (const address of ['postgres://localhost/desk', 'sqlite:desk.db', 'lowdb', ''].filter(
      a => a !== 'lowdb',
    )) {
      const { message } = await failure(openStorage(address));
      for (const { example } of storageAdapters) expect(message).to.contain(example);
    }
  });
});
