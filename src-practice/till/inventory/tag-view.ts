import type { TagRow } from '../rows.ts';

/** A tag, which the till calls a label (clover.md 6.5). */
export function showTag(tag: TagRow): Record<string, unknown> {
  return { id: tag.id, name: tag.name, showInReporting: tag.showInReporting };
}
