import type { Database } from 'better-sqlite3';
import { expect } from 'vitest';
import { noteReached } from './reach-notes.ts';
import { watchRows } from './watch-rows.ts';
import { REACH } from './watched-sources.ts';

/** Who makes a failure, in the lines of a stack: behind this file and `createFailure` itself. */
const MAKER = 3;

/** What the product alone can reach: a test that makes a failure by itself has reached nothing. */
const isMadeByProduct = (stack = ''): boolean =>
  /\/src-(main|hub|preload)\//.test(stack.split('\n')[MAKER] ?? '');

const note = (what: string): void => {
  const { testPath } = expect.getState();
  if (testPath !== undefined) noteReached(testPath, what);
};

const known = new Set<string>();

Object.assign(globalThis, {
  [REACH]: {
    failure: (code: string): void => {
      if (known.has(code) || !isMadeByProduct(new Error().stack)) return;
      known.add(code);
      note(`code ${code}`);
    },
    database: (db: Database): void => watchRows(db, note),
  },
});
