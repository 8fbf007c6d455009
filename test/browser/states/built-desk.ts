import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserSuite, browserSuite } from '../../support/browser.ts';

/** A suite over a desk that is built before its first test. */
export interface BuiltSuite extends BrowserSuite {
  /** The desk's documents by id, in the order in which they were made. */
  readonly documents: readonly string[];
}

/** @param build builds the desk in a folder and gives its documents */
export function builtDesk(
  suite: Mocha.Suite,
  build: (folder: string) => Promise<readonly string[]>,
): BuiltSuite {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-test-'));
  const data = path.join(folder, 'desk');
  let documents: readonly string[] = [];
  before('builds the desk', async function () {
    this.timeout(60_000);
    documents = await build(data);
  });
  const app = browserSuite(suite, { data });
  after('removes the desk', () => rm(folder, { recursive: true, force: true }));
  return Object.defineProperty(app as BuiltSuite, 'documents', { get: () => documents });
}
