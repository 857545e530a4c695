import type { PlanRowShape } from '../../../src-preload/contract/run-shapes.ts';
import type { FieldName, FieldValue } from '../../domain/fields.ts';
import type { NewTillItem } from '../../domain/till-patch.ts';
import type { RunChange } from '../../engine/ledger-ports.ts';
import type { ToFieldValue } from './field-value.ts';

const RULE = 'the till had nothing here';

/** The fields of an item that the till is to get: its plan compares nothing, so that it has no decisions. */
export function listNewFields(
  { tillPatch, decisions }: Pick<RunChange, 'tillPatch' | 'decisions'>,
  toFieldValue: ToFieldValue,
): PlanRowShape['changes'] {
  const made = tillPatch?.create;
  if (decisions.length > 0 || made?.kind !== 'item') return [];
  return readFields(made.item).map(([field, value]) => ({
    field,
    till: null,
    wanted: toFieldValue(field, made.item.agreed?.[field]?.sent ?? value),
    store: toFieldValue(field, made.item.agreed?.[field]?.store ?? value),
    verdict: 'push',
    pushed: toFieldValue(field, value),
    rule: RULE,
  }));
}

function readFields({
  name,
  priceAmount,
  sku,
  barcode,
  alternateName,
}: NewTillItem): [FieldName, FieldValue][] {
  const fields: [FieldName, FieldValue | undefined][] = [
    ['name', name],
    ['price', priceAmount],
    ['sku', sku],
    ['barcode', barcode],
    ['description', alternateName],
  ];
  return fields.flatMap(([field, value]): [FieldName, FieldValue][] =>
    value === undefined || value === '' ? [] : [[field, value]],
  );
}
