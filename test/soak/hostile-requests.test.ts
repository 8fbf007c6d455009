import { hostileSuite } from '../server/http/hostile-suite.ts';

describe('a server on hostile ground for long', () => {
  hostileSuite(10_000);
});
