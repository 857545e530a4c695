import { EVENT_SENTENCES, REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type {
  HeldWriteShape,
  RehearsalStateShape,
} from '../../../src-preload/contract/rehearsal-channels.ts';
import type { HeldWrite, RehearsalState } from '../../engine/face.ts';
import { describeFailure } from '../speech.ts';
import type { ToFieldValue } from './field-value.ts';

export const toRehearsalState = ({
  failure,
  brakes,
  counts,
  ...state
}: RehearsalState): RehearsalStateShape => ({
  ...state,
  failure: failure && describeFailure(failure),
  brakes: brakes.map(describeFailure),
  counts: { ...counts, sides: { ...counts.sides }, kinds: { ...counts.kinds }, flags: { ...counts.flags } },
});

export const toHeldWrite = (
  { flags, reason, fields, order, act, ...write }: HeldWrite,
  toFieldValue: ToFieldValue,
): HeldWriteShape => ({
  ...write,
  flags: [...flags],
  reason: reason && REASON_SENTENCES[reason],
  fields: fields.map(({ field, from, to, rule }) => ({
    field,
    from: toFieldValue(field, from),
    to: toFieldValue(field, to),
    rule: EVENT_SENTENCES[rule ?? 'new-on-till'],
  })),
  order: order && { ...order, lines: order.lines.map((line) => ({ ...line })) },
  act: act && { ...act },
});
