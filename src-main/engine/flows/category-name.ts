import type { Ledger, OutboxRow } from '../ledger-ports.ts';

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
