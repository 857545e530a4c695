import type { RunId } from '../../../src-main/domain/ids.ts';
import type { Engine } from '../../../src-main/engine/face.ts';
import type { RunChange } from '../../../src-main/engine/ledger-records.ts';
import { importAgain } from '../passes.ts';
import { FIELDS, type Field, type Side, type Value, type Ware } from '../ware.ts';
import { readCount, readField } from '../wares.ts';
import type { Deed, Office } from './deed.ts';

const silent = { onProgress: () => undefined, signal: new AbortController().signal };
const SIDES: readonly Side[] = ['till', 'store'];
/** Among the newest runs: what somebody would still want to take back. */
const NEWEST = 6;
const ALL = 1_000;

/** What both sides say of everything, before and after. */
type Shown = ReadonlyMap<Ware, ReadonlyMap<string, Value | null>>;

const look = ({ world, wares }: Office): Shown =>
  new Map(
    wares.all.map((ware) => [
      ware,
      new Map(
        SIDES.flatMap((side) => [
          [`${side} stock`, readCount(world, ware, side)] as const,
          ...FIELDS.map((field) => [`${side} ${field}`, readField(world, ware, side, field)] as const),
        ]),
      ),
    ]),
  );

/**
 * A run is taken back in fair weather: fields get their old values, what somebody said since stays, and no piece moves.
 * What the run had made goes, and comes back with the next import (undo-run.ts).
 */
export const undoRun: Deed = async (office, random) => {
  const { world, wares } = office;
  const { engine } = world.core();
  const runs = engine
    .runs(NEWEST)
    .filter(({ id, kind, state }) => kind === 'sync' && state === 'done' && hasOnlyUpdates(engine, id));
  if (runs.length === 0) return 'nothing';
  const run = random.pick(runs);
  wares.refresh();
  world.network.pause(true);
  const rows = engine.rows(run.id, { limit: ALL, offset: 0 });
  const before = look(office);
  const undone = await world.time.run(engine.undo(run.id, silent));
  world.network.pause(false);
  world.story.tell(
    `undo of ${run.kind} ${run.id}: ${undone.ok ? JSON.stringify(undone.value) : undone.failure.code}`,
  );
  if (!undone.ok || !rows.ok) return 'nothing';
  world.story.note(`undo of ${run.kind}`);
  if (undone.value.kept.length > 0) world.story.note('undo kept');
  if ((undone.value.reopened ?? 0) > 0) world.story.note('undo opened a conflict');
  takeDown(office, before, rows.value);
  const settled = engine.rows(run.id, { limit: ALL, offset: 0 });
  if (settled.ok) for (const row of settled.value) noteNotPutBack(office, before, row);
  const hasMade = rows.value.some(({ action }) => !action.startsWith('update'));
  if (!hasMade) return null;
  // Whoever takes back an import looks at it, and imports once more.
  return async () => {
    world.network.pause(true);
    const failure = await importAgain(world);
    world.network.pause(false);
    return failure === null;
  };
};

const hasOnlyUpdates = (engine: Engine, runId: RunId): boolean => {
  const rows = engine.rows(runId, { limit: ALL, offset: 0 });
  return (
    rows.ok &&
    rows.value.some(({ state }) => state === 'done') &&
    rows.value.every(
      ({ kind, action }) => kind !== 'category' && (action.startsWith('update') || action === 'skip'),
    )
  );
};

/** What the undo changed, and what it had no right to. */
function takeDown(office: Office, before: Shown, rows: readonly RunChange[]): void {
  const { world, wares } = office;
  const after = look(office);
  const asked = new Set(world.eye.conflicts().map(({ cloverId, field }) => `${cloverId} ${field}`));
  for (const ware of wares.all) {
    const own = rows.filter(
      ({ cloverId, wooId }) =>
        (cloverId !== null && cloverId === ware.tillId) || (wooId !== null && wooId === ware.storeId),
    );
    const read = (shown: Shown, what: string): Value | null => shown.get(ware)?.get(what) ?? null;
    const isMade = own.some(({ action }) => !action.startsWith('update'));
    for (const side of SIDES) {
      const was = read(before, `${side} stock`);
      if (isMade || was === read(after, `${side} stock`)) continue;
      const decided = own.flatMap(({ decisions }) => decisions).filter(({ field }) => field === 'stock');
      if (decided.length > 0 && decided.every(({ moved }) => moved === undefined)) ware.isCountOpen = true;
      else wares.wrongUndos.push(`${ware.label}: stock ${side} ${was} to ${read(after, `${side} stock`)}`);
    }
    for (const field of FIELDS) {
      const [till, store] = SIDES.map((side) => read(before, `${side} ${field}`));
      const [tillNow, storeNow] = SIDES.map((side) => read(after, `${side} ${field}`));
      if (till === tillNow && store === storeNow) continue;
      if (isMade) continue;
      const isOwn = own.some(
        ({ decisions, patch, tillPatch }) =>
          decisions.some((decision) => decision.field === field) ||
          // Of what one side deleted, the other side's was taken from sale.
          (field === 'availability' && (patch?.status !== undefined || tillPatch?.isHidden !== undefined)),
      );
      if (!isOwn)
        wares.wrongUndos.push(
          `${ware.label}: ${field} ${till}, ${store} to ${tillNow}, ${storeNow}, not of that run`,
        );
      settleMeaning(office, ware, field, {
        isAsked: asked.has(`${ware.tillId} ${field}`),
        wasInStep: till !== null && store !== null && office.isSame(field, till ?? '', store ?? ''),
        moved: till === tillNow ? 'store' : 'till',
        now: {
          ...(tillNow === null ? {} : { till: tillNow }),
          ...(storeNow === null ? {} : { store: storeNow }),
        },
      });
    }
  }
}

/** A row is called undone only where the field has its old value again on the side that it was written to. */
function noteNotPutBack(office: Office, before: Shown, { state, cloverId, decisions }: RunChange): void {
  const { world, wares } = office;
  const ware = wares.all.find(({ tillId }) => tillId !== null && tillId === cloverId);
  if (!ware || state !== 'undone') return;
  for (const { field, verdict, wanted, till = wanted, pushed = null, store = null } of decisions) {
    if (field === 'stock' || field === 'barcode' || field === 'description') continue;
    if (verdict !== 'push' && verdict !== 'write') continue;
    const side: Side = verdict === 'push' ? 'till' : 'store';
    const [old, written] = side === 'till' ? [till, pushed] : [store, wanted];
    if (JSON.stringify(old) === JSON.stringify(written)) continue;
    const was = before.get(ware)?.get(`${side} ${field}`) ?? null;
    if (was !== null && was === readField(world, ware, side, field))
      wares.wrongUndos.push(`${ware.label}: ${field} on the ${side} is ${was} as before the undo`);
  }
}

interface Undone {
  readonly isAsked: boolean;
  readonly wasInStep: boolean;
  /** The side that got its old value. */
  readonly moved: Side;
  readonly now: Partial<Record<Side, Value>>;
}

function settleMeaning({ wares }: Office, ware: Ware, field: Field, undone: Undone): void {
  const { isAsked, wasInStep, moved, now } = undone;
  const said = ware.meanings.get(field)?.last[moved];
  // Said on that side and not yet carried over: nobody asked for that to be taken back.
  if (!wasInStep && said !== undefined && said !== now[moved] && !isAsked)
    wares.wrongUndos.push(
      `${ware.label}: ${field} ${said}, said ${moved === 'till' ? 'on the till' : 'in the store'}, is gone`,
    );
  if (isAsked) ware.meanings.set(field, { last: now, before: {} });
  else if (wasInStep || ware.goneOn !== null) {
    // The old value stands on the one side until somebody says something new.
    ware.meanings.delete(field);
    ware.leftDifferent.add(field);
  }
}
