import type { AlertKind, AlertOutlet, KeptAlert } from '../domain/alert.ts';

/** What is kept of alerts, one for each key. */
export interface AlertLedger {
  find(key: string): KeptAlert | null;
  /** Inserts, or replaces the one of the same key. */
  put(alert: Omit<KeptAlert, 'id'>): void;
  /** Oldest first. */
  unseen(): KeptAlert[];
  /** What nobody has seen first, then newest first. */
  page(range: { readonly limit: number; readonly offset: number }): KeptAlert[];
  countUnseen(): number;
  /** Answers how many were not seen before. */
  markSeen(ids: readonly number[], atMs: number): number;
  remove(id: number): void;
  markTold(ids: readonly number[], outlet: AlertOutlet, atMs: number): void;
  /** When the outlet told each kind last. */
  lastTold(outlet: AlertOutlet): ReadonlyMap<AlertKind, number>;
  /** Keeps so many: the oldest seen ones go first, an urgent one that nobody has seen last. */
  prune(most: number): number;
}
