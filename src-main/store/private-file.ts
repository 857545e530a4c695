import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

/**
 * Sees to it that the file is there, for its owner alone. SQLite would let others of this computer read one that it
 * makes; an empty one it takes as it is, and its log beside it gets the same rights.
 */
export function makePrivate(file: string): void {
  if (existsSync(file)) chmodSync(file, 0o600);
  else closeSync(openSync(file, 'a', 0o600));
}
