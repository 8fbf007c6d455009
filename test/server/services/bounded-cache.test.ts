import { expect } from 'chai';
import { BoundedCache } from '../../../server/services/bounded-cache.ts';

describe('a cache with a budget', () => {
  it('makes a thing once for all who ask while it is being made, and after', async () => {
    const cache = new BoundedCache<string>(100, text => text.length);
    let made = 0;
    const make = async () => `${++made}`;
    expect(await Promise.all([cache.get('a', make), cache.get('a', make)])).to.eql(['1', '1']);
    expect(await cache.get('a', make)).to.equal('1');
  });

  it('lets go of what was not used for longest when the budget is spent', async () => {
    const cache = new BoundedCache<string>(10, text => text.length);
    const made: string[] = [];
    const get = (key: string) =>
      cache.get(key, async () => {
        made.push(key);
        return 'xxxx';
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
    expect(made).to.eql(['a', 'b', 'c', 'b']);
  });

  it('keeps what is larger than the budget only until the next thing comes', async () => {
    const cache = new BoundedCache<string>(3, text => text.length);
    expect(await cache.get('a', async () => 'aaaaaa')).to.equal('aaaaaa');
    await cache.get('b', async () => 'b');
    expect(await cache.get('a', async () => 'again')).to.equal('again');
  });

  it('forgets what failed', async () => {
    const cache = new BoundedCache<string>(10, text => text.length);
    await cache.get('a', () => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(await cache.get('a', async () => 'yes')).to.equal('yes');
  });
});
