import { hostileSuite } from './hostile-suite.ts';

describe('a server on hostile ground', () => {
  hostileSuite(250);
});
