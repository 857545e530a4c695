import type { Failure } from '../domain/failure.ts';
import { type FieldValue, RULE_CODES } from '../domain/fields.ts';
import type { RunId } from '../domain/ids.ts';

/** Why a field became what it is; the sentence for each stands in `src-preload/contract/reasons.ts`. */
export const EVENT_CODES = [
  ...RULE_CODES,
  'new-on-till',
  'own-value',
  'stock-file',
  'sold-out',
  'back-on-sale',
  'made-on-till',
  'made-as-draft',
  'gone-from-store',
  'put-back',
] as const;
export type EventCode = (typeof EVENT_CODES)[number];

/** One thing that became of one field. */
export interface FieldEvent {
  readonly runId: RunId;
  readonly atMs: number | null;
  /** Whose value it is; a `person` gave one of their own. */
  readonly side: 'till' | 'store' | 'person';
  /** The side that was written; null: nothing was, each kept what it had. */
  readonly to: 'till' | 'store' | null;
  readonly rule: EventCode;
  /** Of the side that was written; where none was, of the store. null: it had none, or nobody looked. */
  readonly before: FieldValue | null;
  readonly after: FieldValue;
  /** What the side that was not written had. */
  readonly other: FieldValue;
  /** What is `waiting` or was `refused` has not arrived. */
  readonly state: 'done' | 'waiting' | 'refused';
  /** Only of what was refused. */
  readonly failure: Failure | null;
  /** An undo has put it back since. */
  readonly isUndone: boolean;
  readonly requestId: string | null;
}

/** What a run made of a field, before it is known what became of the write. */
export type Told = Pick<FieldEvent, 'side' | 'to' | 'rule' | 'before' | 'after' | 'other'>;

/** That a run looked and found both sides the same is kept for scripts only. */
export const isNews = ({ to, rule }: FieldEvent): boolean =>
  to !== null || (rule !== 'same' && rule !== 'agreed');
