import { create } from 'zustand';
import type { InputOf } from '../../src-preload/contract/channels.ts';
import type {
  ConflictShape,
  FieldNameShape,
  MergeRuleShape,
} from '../../src-preload/contract/live-shapes.ts';
import type { FailureShape, SideName } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';
import { tellFailure } from './tell-failure.ts';

const PAGE_ROWS = 50;
/** What one call of `conflicts:list` takes at most. */
const LARGEST_PAGE = 1000;

export type Answer = Pick<InputOf<'conflicts:resolve'>, 'take' | 'value'>;

export interface FieldCount {
  readonly field: FieldNameShape;
  readonly count: number;
}

interface ConflictsState {
  /** The oldest first, as many as were asked for; null until read. */
  readonly conflicts: readonly ConflictShape[] | null;
  readonly total: number;
  readonly fields: readonly FieldCount[];
  /** Only those of this field; null: all. */
  readonly field: FieldNameShape | null;
  /** How many rows are asked for. */
  readonly most: number;
  /** Why the list could not be read. */
  readonly failure: FailureShape | null;
  /** Why an answer was not taken, by conflict. */
  readonly refusals: ReadonlyMap<number, FailureShape>;
  /** Whose answers are on their way to the engine. */
  readonly answering: ReadonlySet<number>;
  readonly isResolvingAll: boolean;
  /** Why many at once, or a rule, was refused. */
  readonly bulkFailure: FailureShape | null;
  /** How many the newest answer for many settled; null before one. */
  readonly resolved: number | null;
  /** null until read. */
  readonly rules: readonly MergeRuleShape[] | null;
  setField(field: FieldNameShape | null): void;
  showMore(): void;
  load(): Promise<void>;
  resolve(conflict: ConflictShape, answer: Answer): Promise<void>;
  /** Every open conflict of the field. Answers whether it was done. */
  resolveAll(field: FieldNameShape, take: SideName, isAlways: boolean): Promise<boolean>;
  loadRules(): Promise<void>;
  removeRule(field: FieldNameShape): Promise<void>;
}

const without = <T>(values: ReadonlySet<T>, value: T): ReadonlySet<T> =>
  new Set([...values].filter((one) => one !== value));

export const useConflicts = create<ConflictsState>((set, get) => ({
  conflicts: null,
  total: 0,
  fields: [],
  field: null,
  most: PAGE_ROWS,
  failure: null,
  refusals: new Map(),
  answering: new Set(),
  isResolvingAll: false,
  bulkFailure: null,
  resolved: null,
  rules: null,
  setField: (field) => {
    set({ field, most: PAGE_ROWS, bulkFailure: null, resolved: null });
    void get().load();
  },
  showMore: () => {
    set((s) => ({ most: Math.min(LARGEST_PAGE, s.most + PAGE_ROWS) }));
    void get().load();
  },
  load: async () => {
    const { field, most } = get();
    const answer = await getBridge().call('conflicts:list', {
      limit: most,
      offset: 0,
      ...(field === null ? {} : { field }),
    });
    if (get().field !== field || get().most !== most) return;
    if (!answer.ok) return set({ failure: tellFailure(answer.failure) });
    const { conflicts, total, fields } = answer.value;
    // The last one of its field is settled: what is left of the others is shown.
    if (field !== null && total === 0 && fields.length > 0) return get().setField(null);
    const open = new Set(conflicts.map(({ id }) => id));
    const refusals = new Map([...get().refusals].filter(([id]) => open.has(id)));
    set({ conflicts, total, fields, refusals, failure: null });
  },
  resolve: async (conflict, { take, value }) => {
    const { id, seen } = conflict;
    if (get().answering.has(id)) return;
    set((s) => ({ answering: new Set(s.answering).add(id), resolved: null }));
    const answer = await getBridge().call('conflicts:resolve', {
      id,
      take,
      seen,
      ...(value === undefined ? {} : { value }),
    });
    set((s) => {
      const refusals = new Map(s.refusals);
      if (answer.ok) refusals.delete(id);
      else refusals.set(id, answer.failure);
      return { refusals, answering: without(s.answering, id) };
    });
    await get().load();
  },
  resolveAll: async (field, take, isAlways) => {
    set({ isResolvingAll: true, bulkFailure: null, resolved: null });
    const answer = await getBridge().call('conflicts:resolveAll', { field, take, isAlways });
    set(
      answer.ok
        ? { isResolvingAll: false, resolved: answer.value.resolved }
        : { isResolvingAll: false, bulkFailure: answer.failure },
    );
    await Promise.all([get().load(), get().loadRules()]);
    return answer.ok;
  },
  loadRules: async () => {
    const answer = await getBridge().call('rules:list', {});
    set(answer.ok ? { rules: answer.value } : { bulkFailure: tellFailure(answer.failure) });
  },
  removeRule: async (field) => {
    const answer = await getBridge().call('rules:remove', { field });
    if (!answer.ok) set({ bulkFailure: answer.failure });
    await get().loadRules();
  },
}));
