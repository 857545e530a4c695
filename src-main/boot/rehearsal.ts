import type { Database } from 'better-sqlite3';
import { createRehearsal, type RehearsalParts } from '../engine/rehearsal/rehearsal-desk.ts';
import type { Rehearsal } from '../engine/rehearsal-face.ts';
import { createRehearsalCopy } from '../store/rehearsal-copy.ts';

/** The rehearsal of one data folder. */
export function openRehearsal(
  db: Database,
  place: { readonly dataDir: string; readonly nativeBinding: string | null },
  parts: Omit<RehearsalParts, 'copy'>,
): Rehearsal {
  return createRehearsal({ ...parts, copy: createRehearsalCopy(db, place) });
}
