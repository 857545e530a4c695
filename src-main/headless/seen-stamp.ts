import { createHash } from 'node:crypto';
import type { ConflictView } from '../engine/face.ts';

const LENGTH = 8;

/** Stands for what both sides said when a conflict was listed; another one means that a side moved since. */
export const stampConflict = ({ till, store }: Pick<ConflictView, 'till' | 'store'>): string =>
  createHash('sha256')
    .update(JSON.stringify([till, store]))
    .digest('hex')
    .slice(0, LENGTH);
