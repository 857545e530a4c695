import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

const RIGHTS = 0o777;

/**
 * Sees to it that the file is there, for its owner alone. SQLite would let others of this computer read one that it
 * makes; an empty one it takes as it is, and its log beside it gets the same rights.
 */
export function makePrivate(file: string): void {
  if (existsSync(file)) keepRights(file, 0o600);
  else closeSync(openSync(file, 'a', 0o600));
}

/** What has these rights already is left alone: a disk that has turned read-only would refuse even that. */
export function keepRights(path: string, rights: number): void {
  if ((statSync(path).mode & RIGHTS) !== rights) chmodSync(path, rights);
}
