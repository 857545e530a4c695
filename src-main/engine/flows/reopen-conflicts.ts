import type { AgreedField, FieldDecision, FieldName } from '../../domain/fields.ts';
import { isSettled } from '../../domain/merge.ts';
import type { ImportDeps } from '../import-deps.ts';
import { openConflict } from '../lapsed-answers.ts';
import type { Link, RunChange } from '../ledger-ports.ts';
import { readLinkKind } from '../result-recorder.ts';

/**
 * Opens the conflicts again whose answers were undone: both sides have their own values as before, measured
 * against what was agreed before the answer. To be called when the writes of the undo are recorded.
 * @returns how many
 */
export function reopenConflicts(
  undone: readonly RunChange[],
  { ledger, clock, currency }: ImportDeps,
): number {
  const { shadows, links, journal } = ledger;
  const nowMs = clock.nowMs();
  const bases = collectBases(undone, ledger);
  for (const { link, field, base } of bases) {
    const shadow = shadows.get(link.id) ?? {};
    const { till, store } = shadow[field] ?? base;
    openConflict(ledger, { linkId: link.id, field, base: base.till, till, store }, { nowMs, currency });
    shadows.put(link.id, { ...shadow, [field]: base });
    links.setStatus(link.id, 'conflict');
    journal.add({
      atMs: nowMs,
      level: 'info',
      action: 'conflict',
      side: 'app',
      entity: link.name,
      message: `${field}: the decision was undone, so the conflict is open again`,
      runId: undone[0]?.runId ?? null,
    });
  }
  return bases.length;
}

interface Reopened {
  readonly link: Link;
  readonly field: FieldName;
  readonly base: AgreedField;
}

/** Tells of a change which answers to conflicts its undo takes back: those conflicts are then open again. */
export function openAnswerReader(
  ledger: ImportDeps['ledger'],
): (change: RunChange) => readonly FieldDecision[] {
  const standing = new Set<FieldName>(ledger.rules.all().map(({ field }) => field));
  // A rule that stands would settle it again in the next look: then the undone values are left as they are.
  const isOpen = (decision: FieldDecision): boolean =>
    isSettled(decision) && (decision.rule === 'decided' || !standing.has(decision.field));
  // A count from a file is a person's word too, and was no conflict: it has no base.
  return ({ decisions }) => decisions.filter((decision) => isOpen(decision) && decision.base !== undefined);
}

/** One for each field, though an answer of one's own was written to both sides by two rows. */
function collectBases(undone: readonly RunChange[], ledger: ImportDeps['ledger']): Reopened[] {
  const readAnswers = openAnswerReader(ledger);
  const found = new Map<string, Reopened>();
  for (const change of undone) {
    const link =
      change.cloverId === null || change.kind === 'category'
        ? null
        : ledger.links.findByClover(readLinkKind(change.kind), change.cloverId);
    if (!link) continue;
    for (const { field, base } of readAnswers(change)) {
      if (base) found.set(`${link.id} ${field}`, { link, field, base });
    }
  }
  return [...found.values()];
}
