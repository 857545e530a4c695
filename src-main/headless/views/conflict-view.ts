import type { ConflictView } from '../../engine/face.ts';
import type { Conflict } from '../../engine/ledger-ports.ts';
import { stampConflict } from '../seen-stamp.ts';
import { cleanText, cutText } from '../terminal/display-width.ts';
import { formatIso, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { layOutTable } from '../terminal/table.ts';
import { nameField, type ValueFormat } from './field-values.ts';

const WIDEST_NAME = 32;

/** A conflict as scripts get it: values as they are kept, prices in minor units. */
export const createConflictDocument = (conflict: ConflictView) => ({
  id: conflict.id,
  wooId: conflict.wooId,
  cloverId: conflict.cloverId,
  name: conflict.name,
  field: conflict.field,
  base: conflict.base,
  woo: conflict.store,
  clover: conflict.till,
  since: formatIso(conflict.sinceMs),
  ...(conflict.lapsed ? { lapsed: createLapsedDocument(conflict.lapsed) } : {}),
  seen: stampConflict(conflict),
});

/** An answer to values that are no longer there. */
const createLapsedDocument = ({ take, value, seenTill, seenStore }: NonNullable<Conflict['lapsed']>) => ({
  take,
  value,
  woo: seenStore,
  clover: seenTill,
});

/** The inbox for people: what it was, and what each side says now. */
export const listConflicts = (
  conflicts: readonly ConflictView[],
  values: ValueFormat,
  paint: Palette,
): string[] =>
  layOutTable(
    [
      { title: 'ID', side: 'right' },
      { title: 'Name' },
      { title: 'Field' },
      { title: 'Was' },
      { title: 'Till' },
      { title: 'Store' },
      { title: 'Since' },
      { title: 'Seen' },
      { title: 'Decided' },
    ],
    conflicts.map(({ id, name, field, base, till, store, sinceMs, ruling, lapsed }) => [
      String(id),
      paint.violet(cutText(cleanText(name), WIDEST_NAME)),
      nameField(field),
      values.format(field, base),
      values.format(field, till),
      values.format(field, store),
      formatTime(sinceMs),
      stampConflict({ till, store }),
      ruling ? describeRuling(field, ruling, values) : lapsed ? describeLapsed(field, lapsed, values) : '',
    ]),
  );

export const describeRuling = (
  field: Conflict['field'],
  { take, value }: NonNullable<Conflict['ruling']>,
  values: ValueFormat,
): string => (take === 'value' ? values.format(field, value) : `take ${take}`);

/** Its values are in the row: only that it was overtaken is new. */
const describeLapsed = (
  field: Conflict['field'],
  lapsed: NonNullable<Conflict['lapsed']>,
  values: ValueFormat,
): string => `no longer: ${describeRuling(field, lapsed, values)} (changed since)`;
