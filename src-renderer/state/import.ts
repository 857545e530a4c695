import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { InputOf } from '../../src-preload/contract/channels.ts';
import type {
  PlanFromShape,
  PlanRowShape,
  PlanShape,
  ProgressShape,
  RowActionShape,
  RunResultShape,
  RunShape,
  UndoPreviewShape,
} from '../../src-preload/contract/run-shapes.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';
import { chooseFrom } from './plan-from.ts';
import { useSettings } from './settings.ts';
import { tellFailure } from './tell-failure.ts';

const RUNS_SHOWN = 50;
const ROW_ACTIONS = [
  'create_woo',
  'create_clover',
  'update_woo',
  'update_clover',
  'link',
  'review',
  'conflict',
] as const;
const FAILURES_SHOWN = 100;

export type NamedFailure = NonNullable<ProgressShape['newestFailure']>;

/** What a person decided about an item for review: a product's id, or 'create'. */
export type Choice = number | 'create';

interface ImportState {
  readonly plan: PlanShape | null;
  readonly result: RunResultShape | null;
  readonly progress: ProgressShape | null;
  /** What failed in the run under way, as it came; the newest first. */
  readonly failures: readonly NamedFailure[];
  readonly runs: readonly RunShape[];
  readonly choices: ReadonlyMap<string, Choice>;
  /** Whose things the next plan is about; null where a person has not said. */
  readonly from: PlanFromShape | null;
  readonly action: RowActionShape | null;
  readonly search: string;
  readonly isBusy: boolean;
  /** An undo that waits for a person's yes, and what it would do; null until that is counted. */
  readonly undoAsked: { readonly runId: number; readonly preview: Answer<UndoPreviewShape> | null } | null;
  readonly failure: FailureShape | null;
  readonly isPublishing: boolean;
  /** Why no plan to publish drafts was made. */
  readonly publishFailure: FailureShape | null;
  setFrom(from: PlanFromShape): void;
  setAction(action: RowActionShape | null): void;
  setSearch(search: string): void;
  /** null takes the decision back. */
  choose(cloverId: string, choice: Choice | null): void;
  hearProgress(progress: ProgressShape): void;
  hearEnd(result: RunResultShape): void;
  /** Back to the start of the screen; the plan and the result are kept. */
  leaveRun(): void;
  loadRuns(): Promise<void>;
  makePlan(): Promise<void>;
  /** A plan that publishes the drafts; answers whether there is one now. */
  planPublish(): Promise<boolean>;
  showPlan(runId: number): Promise<void>;
  showResult(runId: number): Promise<void>;
  approve(): Promise<void>;
  apply(runId: number): Promise<void>;
  /** null: the question is taken back. */
  askUndo(runId: number | null): Promise<void>;
  undo(runId: number): Promise<void>;
  cancel(): Promise<void>;
  acceptPriceTax(value: string): Promise<void>;
}

export const useImport = create<ImportState>((set, get) => {
  /** One long call at a time; what fails is kept to be shown. */
  async function runBusy<T>(
    call: Promise<Answer<T>>,
    keep: (value: T) => Partial<ImportState>,
  ): Promise<void> {
    set({ isBusy: true, failure: null });
    const answer = await call;
    set({
      isBusy: false,
      progress: null,
      ...(answer.ok ? keep(answer.value) : { failure: tellFailure(answer.failure) }),
    });
    await get().loadRuns();
  }
  return {
    plan: null,
    result: null,
    progress: null,
    runs: [],
    failures: [],
    choices: new Map(),
    from: null,
    action: null,
    search: '',
    isBusy: false,
    undoAsked: null,
    failure: null,
    isPublishing: false,
    publishFailure: null,
    setFrom: (from) => set({ from }),
    setAction: (action) => set({ action }),
    setSearch: (search) => set({ search }),
    choose: (cloverId, choice) =>
      set((s) => {
        const choices = new Map(s.choices);
        if (choice === null) choices.delete(cloverId);
        else choices.set(cloverId, choice);
        return { choices };
      }),
    hearProgress: (progress) =>
      set((s) => ({
        progress: progress.phase === 'finished' ? null : progress,
        failures: addFailure(s.progress?.runId === progress.runId ? s.failures : [], progress.newestFailure),
      })),
    hearEnd: (result) => set({ result, progress: null, plan: null }),
    leaveRun: () => set({ plan: null, result: null, failure: null, action: null, search: '' }),
    loadRuns: async () => {
      const answer = await getBridge().call('run:list', { limit: RUNS_SHOWN, offset: 0 });
      set(answer.ok ? { runs: answer.value } : { failure: tellFailure(answer.failure) });
    },
    makePlan: () => {
      const choices = [...get().choices].map(([cloverId, choice]) => ({ cloverId, choice }));
      const direction = useSettings.getState().settings?.get('sync.direction')?.value;
      const from = chooseFrom(get().from, direction);
      return runBusy(getBridge().call('plan:make', { choices, from }), (plan) => ({
        plan,
        result: null,
        action: chooseAction(plan),
        search: '',
      }));
    },
    planPublish: async () => {
      set({ isPublishing: true, publishFailure: null });
      const answer = await getBridge().call('products:planPublish', {});
      set(
        answer.ok
          ? { isPublishing: false, plan: answer.value, result: null, action: null, search: '' }
          : { isPublishing: false, publishFailure: tellFailure(answer.failure) },
      );
      await get().loadRuns();
      return answer.ok;
    },
    showPlan: (runId) =>
      runBusy(getBridge().call('plan:get', { runId }), (plan) => ({
        plan,
        result: null,
        action: chooseAction(plan),
      })),
    showResult: (runId) =>
      runBusy(getBridge().call('run:result', { runId }), (result) => ({ result, plan: null })),
    approve: async () => {
      const { plan } = get();
      if (plan === null) return;
      await runBusy(getBridge().call('run:approve', { runId: plan.runId }), () => ({
        plan: { ...plan, brake: null },
      }));
    },
    apply: (runId) =>
      runBusy(getBridge().call('run:apply', { runId }), (result) => ({
        result,
        plan: null,
        choices: new Map(),
      })),
    askUndo: async (runId) => {
      if (runId === null) return set({ undoAsked: null });
      const asked = { runId, preview: null };
      set({ undoAsked: asked });
      const preview = await getBridge().call('run:previewUndo', { runId });
      if (get().undoAsked === asked) set({ undoAsked: { runId, preview } });
    },
    undo: (runId) => runBusy(getBridge().call('run:undo', { runId }), (result) => ({ result, plan: null })),
    cancel: async () => {
      const answer = await getBridge().call('run:cancel', {});
      if (!answer.ok) set({ failure: answer.failure });
    },
    acceptPriceTax: async (value) => {
      const answer = await getBridge().call('settings:set', { values: { 'price.tax': value } });
      if (!answer.ok) return set({ failure: answer.failure });
      await get().makePlan();
    },
  };
});

/** Where a plan does one thing only, that is shown, and not the many rows that it leaves alone. */
function chooseAction({ counts }: PlanShape): RowActionShape | null {
  const { skip = 0, ...others } = counts;
  const done = ROW_ACTIONS.filter((action) => (others[action] ?? 0) > 0);
  return skip > 0 && done.length === 1 ? (done[0] ?? null) : null;
}

/** The same failure is told with every step until the next one. */
function addFailure(failures: readonly NamedFailure[], newest: NamedFailure | null): readonly NamedFailure[] {
  const [last] = failures;
  if (!newest || (last?.name === newest.name && last.failure.code === newest.failure.code)) return failures;
  return [newest, ...failures].slice(0, FAILURES_SHOWN);
}

/** One page of a plan's rows, as they are filtered. */
export async function fetchPlanRows(
  input: InputOf<'plan:rows'>,
): Promise<Answer<{ readonly rows: readonly PlanRowShape[]; readonly total: number }>> {
  return getBridge().call('plan:rows', input);
}
