import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { EVENT_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import {
  type FieldEvent,
  type FieldStory,
  isNews,
  type Milestone,
  type ProductStory,
} from '../../engine/face.ts';
import type { Conflict } from '../../engine/ledger-ports.ts';
import { stampConflict } from '../seen-stamp.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { describeRuling } from './conflict-view.ts';
import { nameField, type ValueFormat } from './field-values.ts';
import { sayGone, sayMade, sayWhereSoldOut } from './story-words.ts';

/** For people: each field with the values both sides have, and how they came to be, newest first. */
export function describeStory(
  { link, fields, soldOut, made, gone }: ProductStory,
  values: ValueFormat,
  paint: Palette,
): string[] {
  const { name, status, cloverId, wooId } = link;
  return [
    `${paint.bold(cleanText(name))}  ${status}  till ${cloverId}  store ${wooId ?? 'not yet'}`,
    ...(made ? [sayMade(tellMilestone(made))] : []),
    ...(gone ? [paint.yellow(sayGone(tellMilestone(gone)))] : []),
    ...(soldOut ? [paint.yellow(describeSoldOut(soldOut, cloverId))] : []),
    ...(fields.length === 0 ? ['Nothing was agreed on it yet.'] : []),
    ...fields.flatMap((field) => describeField(field, values, paint, gone)),
  ];
}

const tellMilestone = ({ side, runId, atMs }: Milestone) => ({ side, runId, at: formatAt(atMs) });
const formatAt = (atMs: number | null): string => (atMs === null ? 'not yet' : formatTime(atMs));

/** By its Clover id, which names one product and no other. */
const describeSoldOut = (soldOut: NonNullable<ProductStory['soldOut']>, cloverId: string): string =>
  soldOut.backMs === null
    ? `${sayWhereSoldOut(soldOut)}, until somebody puts it back: soldout ${cloverId} --back`
    : `${sayWhereSoldOut(soldOut)} until ${formatTime(soldOut.backMs)}; before that: soldout ${cloverId} --back`;

function describeField(
  story: FieldStory,
  values: ValueFormat,
  paint: Palette,
  gone: Milestone | undefined,
): string[] {
  return [
    ...(story.conflict
      ? describeConflict(story.conflict, values, paint)
      : [`  ${paint.cyan(nameField(story.field))}: ${describeSides(story, values, gone)}`]),
    ...story.history
      .filter(isNews)
      .flatMap((event) => describeEvent(event, story.field, values).map((line) => paint.dim(`    ${line}`))),
  ];
}

/** What each side has; with what waits for one of them. */
function describeSides(
  { field, till, sent, store, waiting }: FieldStory,
  values: ValueFormat,
  gone: Milestone | undefined,
): string {
  const show = (value: FieldStory['till']): string => values.format(field, value);
  if (waiting) {
    const why = waiting.failure ? 'was refused' : 'is on its way';
    const { to, wanted } = waiting;
    return `till ${show(waiting.till)}, store ${show(waiting.store)}; ${show(wanted)} for the ${to} ${why}`;
  }
  const made = show(till) === show(sent) ? '' : `, sent as ${show(sent)}`;
  const [isNoItem, isNoProduct] = [gone?.side === 'till', gone?.side === 'store'];
  return `till ${isNoItem ? 'deleted, had ' : ''}${show(till)}${made}, store ${isNoProduct ? 'deleted, had ' : ''}${show(store)}`;
}

/** One line of a history, and below it why it was refused. */
function describeEvent(event: FieldEvent, field: FieldStory['field'], values: ValueFormat): string[] {
  const { runId, atMs, side, to, rule, before, after, other, isUndone, failure, requestId } = event;
  const show = (value: FieldStory['till']): string => values.format(field, value);
  const start = `${formatAt(atMs)}  run ${runId}`;
  const why = `(${EVENT_SENTENCES[rule]}${isUndone ? '; undone since' : ''})`;
  if (to === null) return [`${start}  left as it was  till ${show(other)}, store ${show(after)}  ${why}`];
  const change = before === null ? show(after) : `${show(before)} -> ${show(after)}`;
  const line = `${start}  ${side} -> ${to}${failure ? ' refused' : ''}  ${change}  ${why}`;
  if (!failure) return [line];
  const { code, message, hint } = describeFailure(failure);
  const request = requestId === null ? '' : `, request ${requestId}`;
  return [line, `    ${cleanText(message)} ${cleanText(hint)} [${code}${request}]`];
}

/** What each side says now, and how a person settles it. */
function describeConflict(conflict: Conflict, values: ValueFormat, paint: Palette): string[] {
  const { id, field, base, till, store, sinceMs, ruling } = conflict;
  const show = (value: Conflict['till']): string => values.format(field, value);
  const next =
    ruling === null
      ? `To settle it: ${paint.bold(`resolve ${id} --take till|store|value --seen ${stampConflict(conflict)}`)}`
      : `Decided: ${describeRuling(field, ruling, values)}. The next look carries it out.`;
  return [
    `  ${paint.cyan(nameField(field))}: ${paint.violet(`conflict ${id}`)} since ${formatTime(sinceMs)}: till ${show(till)}, store ${show(store)}, last agreed ${show(base)}`,
    `    ${next}`,
  ];
}
