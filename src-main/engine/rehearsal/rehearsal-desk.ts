import { findDataFailure } from '../../domain/data-failure.ts';
import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Alerts } from '../alerts-face.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { Ledger, RehearsalCopy, RunState } from '../ledger-ports.ts';
import type { OrderLedger } from '../order-ledger.ts';
import type { Rehearsal, RehearsalState } from '../rehearsal-face.ts';
import { readShop } from '../shop.ts';
import { createTurns } from '../turns.ts';
import { countHeld, filterHeld } from './filter-held.ts';
import { type ActBook, createActBook } from './held-acts.ts';
import { type HeldList, listHeld } from './held-writes.ts';
import { exportHeld } from './rehearsal-csv.ts';
import { createRehearsed, type Rehearsed, type RehearsedParts } from './rehearsal-run.ts';

const STARTED_META = 'rehearsal.startedMs';
const HALF_DONE_META = 'rehearsal.halfDone';
const HALF_DONE: readonly RunState[] = ['planned', 'approved', 'applying', 'stopped', 'cancelled'];
const KINDS = ['import', 'undo', 'sync', 'push', 'csv'] as const;
const NOTHING: HeldList = { writes: [], brakes: [], linked: 0 };

export interface RehearsalParts
  extends Pick<
    RehearsedParts,
    'connections' | 'clock' | 'timers' | 'random' | 'say' | 'logWords' | 'describeTime'
  > {
  readonly copy: RehearsalCopy;
  /** The real one: its rules hold for the rehearsal too, as they are at each moment. */
  readonly settings: Ledger['settings'];
  /** Alerts that are told to nobody. */
  readonly openAlerts: (ledger: Ledger) => Alerts;
}

interface Opened {
  readonly ledger: Ledger;
  readonly book: ActBook;
  readonly rehearsed: Rehearsed;
  readonly startedMs: number;
  close(): void;
}

/** One rehearsal at a time, on a copy that is thrown away at its end. */
export function createRehearsal(parts: RehearsalParts): Rehearsal {
  const { copy, connections } = parts;
  let isOn = copy.exists();
  // A copy that is half made cannot be thrown away.
  const turns = createTurns();
  const shelf = createCopyShelf(parts, () => isOn);
  const { open, read, shut, note } = shelf;
  const whyNone = (): Failure => shelf.damage() ?? createFailure('REHEARSAL_OFF');
  return {
    findRefusal: () => (isOn ? createFailure('REHEARSAL_ON') : null),
    state: () => {
      const state = describeState(open(), read(), shelf.isRunning());
      // Nothing is written as long as a person has not ended it, also while it cannot be read.
      return isOn
        ? { ...state, startedMs: state.startedMs ?? 0, failure: state.failure ?? shelf.damage() }
        : state;
    },
    start: () =>
      turns.take(async () => {
        if (isOn) return succeed(undefined);
        if (!connections.readTill()) return fail(createFailure('CLOVER_NOT_CONNECTED'));
        if (!connections.readStore()) return fail(createFailure('WOO_NOT_CONNECTED'));
        // From here on nothing is written, also while the copy is being made.
        isOn = true;
        try {
          await copy.make();
          markStart(copy, parts.clock.nowMs());
        } catch (error) {
          isOn = false;
          throw error;
        }
        return succeed(undefined);
      }),
    once: async (options) => {
      const it = open();
      return it ? it.rehearsed.once(options) : fail(whyNone());
    },
    run: async (options) => {
      const it = open();
      return it ? runUntil(it, options, note) : fail(whyNone());
    },
    list: ({ limit, offset, ...filter }) => {
      const fitting = filterHeld(read().writes, filter);
      return { writes: fitting.slice(offset, offset + limit), total: fitting.length };
    },
    categoryNames: () => readCategoryNames(open()),
    exportCsv: () => {
      const currency = connections.readTill()?.merchant.currency ?? 'USD';
      return exportHeld(read().writes, { currency, categoryNames: readCategoryNames(open()) });
    },
    stop: () =>
      turns.take(async () => {
        const wasOn = isOn;
        await shut();
        copy.discard();
        isOn = false;
        return wasOn;
      }),
    close: shut,
  };
}

const readCategoryNames = (it: Opened | null): ReadonlyMap<string, string> =>
  it?.ledger.listings.categoryNames() ?? new Map<string, string>();

/** Opens the copy at its first need, and reads it anew only once something in it has changed. */
function createCopyShelf(parts: RehearsalParts, isOn: () => boolean) {
  let opened: Opened | null = null;
  let running: Promise<void> | null = null;
  let held: { readonly stamp: string; readonly list: HeldList } | null = null;
  let damage: Failure | null = null;
  const open = (): Opened | null => {
    if (!isOn() || damage !== null) return opened;
    try {
      opened ??= openCopy(parts);
    } catch (error) {
      damage = findDataFailure(error);
      if (damage === null) throw error;
    }
    return opened;
  };
  return {
    open,
    /** Why the copy cannot be opened. */
    damage: (): Failure | null => damage,
    isRunning: (): boolean => running !== null,
    note: (work: Promise<void> | null): void => {
      running = work;
    },
    read: (): HeldList => {
      const it = open();
      if (!it) return NOTHING;
      const orders = openOrders(it.ledger, parts);
      const stamp = readStamp(it, orders);
      if (held?.stamp === stamp) return held.list;
      const halfDone = new Set(JSON.parse(it.ledger.meta.get(HALF_DONE_META) ?? '[]') as number[]);
      held = { stamp, list: listHeld({ ...it, orders, acts: it.book.all(), halfDone }) };
      return held.list;
    },
    shut: async (): Promise<void> => {
      await running;
      opened?.close();
      opened = null;
      held = null;
      damage = null;
    },
  };
}

/** Whose values stand in the stamp; of more of them a change is seen with the next run. */
const CONFLICTS_STAMPED = 100;

/** Another one: what would be written may be something else. Cheap, since a look that finds nothing leaves it. */
function readStamp({ ledger, book }: Opened, orders: OrderLedger | null): string {
  return JSON.stringify([
    ledger.runs.list(1).map(({ id, state, failed, finishedMs }) => [id, state, failed, finishedMs]),
    ledger.changes.countParked(),
    ledger.conflicts.count(),
    ledger.conflicts.page({ limit: CONFLICTS_STAMPED, offset: 0 }).map(({ till, store }) => [till, store]),
    orders?.newestEventId() ?? 0,
    book.all().length,
    [...ledger.settings.all()],
  ]);
}

async function runUntil(
  it: Opened,
  { signal, onChange }: Parameters<Rehearsal['run']>[0],
  note: (work: Promise<void> | null) => void,
): Promise<Attempt<void>> {
  const work = it.rehearsed.run({ signal, onChange });
  note(work.catch(() => undefined));
  try {
    await work;
  } finally {
    note(null);
    onChange();
  }
  return succeed(undefined);
}

const openOrders = (ledger: Ledger, { connections }: RehearsalParts): OrderLedger | null => {
  const shop = readShop(connections);
  return shop === null ? null : ledger.ordersOf(shop);
};

function markStart(copy: RehearsalCopy, nowMs: number): void {
  const { ledger, close } = copy.open();
  const halfDone = KINDS.flatMap((kind) => ledger.runs.listIn(kind, HALF_DONE)).map(({ id }) => id);
  ledger.meta.put(HALF_DONE_META, JSON.stringify(halfDone));
  ledger.meta.put(STARTED_META, String(nowMs));
  close();
}

function openCopy(parts: RehearsalParts): Opened {
  const { ledger: copied, close } = parts.copy.open();
  const ledger: Ledger = { ...copied, settings: parts.settings };
  const book = createActBook(ledger.meta, () => openOrders(ledger, parts), parts.clock);
  const alerts = parts.openAlerts(ledger);
  return {
    ledger,
    book,
    rehearsed: createRehearsed({ ...parts, ledger, alerts, hear: book.hear }),
    startedMs: Number(ledger.meta.get(STARTED_META) ?? 0),
    close,
  };
}

function describeState(
  it: Opened | null,
  { writes, brakes, linked }: HeldList,
  isRunning: boolean,
): RehearsalState {
  const live = it?.rehearsed.state();
  const failure: Failure | null = it?.rehearsed.failure() ?? live?.away.till ?? live?.away.store ?? null;
  return {
    startedMs: it?.startedMs ?? null,
    isRunning,
    lastPassMs: live?.lastPassMs ?? null,
    failure,
    brakes,
    counts: countHeld(writes, linked),
  };
}
