import type { Ledger, OutboxRow } from '../ledger-ports.ts';

/**
 * Somebody gave it a name of theirs after ours was planned: that one is the newer, so the next plan measures both
 * sides against ours and carries theirs over.
 */
export function yieldName(row: OutboxRow, side: 'till' | 'store', ours: string, ledger: Ledger): void {
  if (ledger.runs.get(row.runId)?.kind !== 'undo') agreeName(row, side, ours, ledger);
}

/** The name that was written to one side is the base of the next comparison; an undo leaves the two apart. */
export function agreeName(
  { linkId, runId }: OutboxRow,
  side: 'till' | 'store',
  written: string,
  { links, shadows, runs }: Ledger,
): void {
  const link = linkId === null ? null : links.get(linkId);
  if (!link) return;
  const { name: _apart, ...shadow } = shadows.get(link.id) ?? {};
  const { name } = link;
  const apart = { till: name, sent: name, store: name, [side]: written };
  const isUndo = runs.get(runId)?.kind === 'undo';
  shadows.put(link.id, isUndo ? { ...shadow, name: apart } : shadow);
  if (!isUndo) links.rename(link.id, written);
}
