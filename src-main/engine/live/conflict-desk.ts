import { createFailure } from '../../domain/failure.ts';
import type { FieldValue } from '../../domain/fields.ts';
import { isUnchanged } from '../../domain/stored-fields.ts';
import { fail, succeed } from '../attempt.ts';
import type { Conflict, Ledger, Link } from '../ledger-ports.ts';
import type { Conflicts, ConflictView } from '../live-face.ts';
import type { Clock } from '../ports.ts';
import { keyLink } from './look.ts';

/** What people decide about fields that both sides changed. An answer is carried out by the next pass. */
export function createConflictDesk(
  ledger: Ledger,
  clock: Pick<Clock, 'nowMs'>,
  hint: (side: 'till' | 'store', key: string) => void,
): Conflicts {
  const wake = (linkId: number): void => {
    const link = ledger.links.get(linkId);
    if (link) hint('till', keyLink('till', link));
  };
  const note = (entity: string, message: string): void =>
    ledger.journal.add({
      atMs: clock.nowMs(),
      level: 'info',
      action: 'conflict',
      side: 'app',
      entity,
      message,
      runId: null,
    });
  return {
    list: ({ field, limit, offset }) => ({
      conflicts: ledger.conflicts
        .page({ ...(field ? { field } : {}), limit, offset })
        .map((conflict) => describeConflict(conflict, ledger.links.get(conflict.linkId))),
      total: ledger.conflicts.count(field),
    }),
    resolve: ({ id, take, value = null, seen }) => {
      const conflict = ledger.conflicts.get(id);
      if (!conflict) return fail(createFailure('USE_UNKNOWN_CONFLICT', { conflict: id }));
      if (seen && !isAsSeen(conflict, seen))
        return fail(createFailure('CONFLICT_STALE', nameConflict(conflict)));
      const ruling = { take, value, ...readSeen(conflict) };
      ledger.transaction(() => {
        ledger.conflicts.setRuling(id, ruling);
        note(conflict.name, `${conflict.field}: a person takes ${describeTake(take)}`);
      });
      wake(conflict.linkId);
      return succeed({ ...conflict, ruling });
    },
    resolveAll: ({ field, take, always }) => {
      // What was answered one by one stands.
      const open = ledger.conflicts
        .page({ field, limit: Number.MAX_SAFE_INTEGER, offset: 0 })
        .filter(({ ruling }) => ruling === null);
      ledger.transaction(() => {
        if (always) ledger.rules.put({ field, take, sinceMs: clock.nowMs() });
        for (const conflict of open)
          ledger.conflicts.setRuling(conflict.id, { take, value: null, ...readSeen(conflict) });
        const kind = always ? 'from now on' : `for ${open.length}`;
        note(field, `a person takes ${describeTake(take)} ${kind}`);
      });
      for (const conflict of open) wake(conflict.linkId);
      return succeed(open.length);
    },
    rules: () => ledger.rules.all(),
    removeRule: (field) => {
      const isGone = ledger.rules.remove(field);
      if (isGone) note(field, 'the rule for this field was removed');
      return isGone;
    },
  };
}

/** What a stale answer was about, in a person's words. */
export const nameConflict = ({ name, field }: Pick<Conflict, 'name' | 'field'>) => ({
  product: name,
  field: field === 'sku' ? 'SKU' : field,
});

/** An earlier answer may have been written since: then the sides have its values (`settle-decided.ts`). */
const readSeen = ({ ruling, till, store }: Conflict) => ({
  seenTill: ruling ? ruling.seenTill : till,
  seenStore: ruling ? ruling.seenStore : store,
});

const describeTake = (take: 'till' | 'store' | 'value'): string =>
  take === 'value' ? 'a value of their own' : `the ${take}’s`;

function isAsSeen(
  conflict: Conflict,
  seen: { readonly till: FieldValue; readonly store: FieldValue },
): boolean {
  return isUnchanged(conflict.till, seen.till) && isUnchanged(conflict.store, seen.store);
}

const describeConflict = (conflict: Conflict, link: Link | null): ConflictView => ({
  ...conflict,
  wooId: link?.wooId ?? null,
  sku: link?.sku ?? '',
});
