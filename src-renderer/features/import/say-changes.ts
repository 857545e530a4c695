import type { PlanRowShape } from '../../../src-preload/contract/run-shapes.ts';
import { nameField, nameFieldFirst } from '../../components/field-name.ts';
import { formatFieldValue } from '../../components/field-value.ts';
import { t } from '../../i18n/i18n.ts';

type Change = PlanRowShape['changes'][number];

/** Longer than this, a value is only named. */
const LONG = 24;

/** What a row writes, such as "Price $6.95 → $7.25"; of several fields, or of something new, their names. */
export function sayChanges(
  { action, changes }: Pick<PlanRowShape, 'action' | 'changes'>,
  currency: string,
): string {
  const asked = changes.filter(
    ({ verdict }) => verdict === 'write' || verdict === 'push' || verdict === 'conflict',
  );
  const [only] = asked;
  const isNew = action === 'create_woo' || action === 'create_clover';
  if (!only) return '';
  const values = asked.length === 1 && !isNew ? sayValues(only, currency) : null;
  if (values !== null) return `${nameFieldFirst(only.field)} ${values}`;
  const names = asked.map(({ field }) => nameField(field)).join(', ');
  return names.charAt(0).toUpperCase() + names.slice(1);
}

function sayValues(change: Change, currency: string): string | null {
  const [before, after] = readSteps(change).map((value) => formatFieldValue(change.field, value, currency));
  if (before === undefined || after === undefined || before.length + after.length > LONG) return null;
  return change.verdict === 'conflict'
    ? t('{{one}} or {{other}}', { one: before, other: after })
    : `${before} → ${after}`;
}

/** The value that is there and the one that comes; of a conflict the till's and the store's. */
function readSteps({ verdict, till, wanted, store, pushed }: Change) {
  if (verdict === 'push') return [till, pushed];
  return verdict === 'conflict' ? [till, store] : [store, wanted];
}
