import type { Engine } from '../engine/face.ts';

// Names for what the engine's face takes and answers, read off the face itself: commands know nothing behind it.

type Value<Made> = Extract<Made, { readonly ok: true; readonly value: unknown }>['value'];

export type RunId = Parameters<Engine['apply']>[0];
export type Run = ReturnType<Engine['runs']>[number];
export type RunChange = Value<ReturnType<Engine['rows']>>[number];
export type RowAction = RunChange['action'];
export type FieldDecision = RunChange['decisions'][number];
export type FieldName = FieldDecision['field'];
export type FieldValue = FieldDecision['wanted'];
export type CloverId = NonNullable<RunChange['cloverId']>;
export type WooId = NonNullable<RunChange['wooId']>;
export type Choices = Parameters<Engine['plan']>[0]['choices'];
export type Choice = Choices extends ReadonlyMap<CloverId, infer Made> ? Made : never;
export type Link = ReturnType<Engine['links']>[number];
export type LinkStatus = Link['status'];
export type JournalEntry = ReturnType<Engine['log']>[number];
export type LogLevel = JournalEntry['level'];
