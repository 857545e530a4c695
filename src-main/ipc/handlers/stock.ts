import { type Attempt, succeed } from '../../engine/face.ts';
import { announceProducts } from '../announce.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { noteReached } from '../reach.ts';
import { createFieldView } from '../views/field-value.ts';
import { toDrift, toMove } from '../views/live-view.ts';
import { toPlan } from '../views/plan-view.ts';

type Channels =
  | 'stock:list'
  | 'stock:moves'
  | 'stock:setThreshold'
  | 'stock:setSoldOut'
  | 'stock:exportCsv'
  | 'stock:planCsv'
  | 'stock:drift';

const COMPARING = { name: 'a comparison of both sides', runId: null };

export function createStockHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { stock } = deps.engine;
  return {
    'stock:list': ({ word, search, limit, offset }) => {
      const found = stock.list({
        ...{ limit, offset },
        ...(word === undefined ? {} : { word }),
        ...(search === undefined ? {} : { search }),
      });
      return succeed({
        rows: found.rows.map((row) => ({ ...row, soldOut: row.soldOut && { ...row.soldOut } })),
        total: found.total,
        counts: { ...found.counts },
      });
    },
    'stock:moves': ({ cloverId, limit }) => {
      const moves = stock.moves(cloverId, limit);
      return moves.ok ? succeed({ moves: moves.value.map(toMove) }) : moves;
    },
    'stock:setThreshold': ({ cloverId, threshold }) => change(deps, stock.setThreshold(cloverId, threshold)),
    'stock:setSoldOut': ({ cloverId, soldOut }) => change(deps, stock.setSoldOut(cloverId, soldOut)),
    'stock:exportCsv': () => succeed({ text: stock.exportCsv() }),
    'stock:planCsv': ({ text }) => {
      const idle = deps.session.checkIdle();
      if (!idle.ok) return idle;
      const planned = stock.planCsv(text);
      if (!planned.ok) return planned;
      announceProducts(deps);
      return succeed(toPlan(planned.value));
    },
    'stock:drift': async ({ isFix }) => {
      const looked = await deps.session.work(COMPARING, ({ signal }) => stock.drift({ fix: isFix, signal }));
      noteReached(deps, looked);
      if (!looked.ok) return looked;
      announceProducts(deps);
      const view = createFieldView(deps.engine.records.categoryNames());
      const { drifts, fixed } = looked.value;
      return succeed({ drifts: drifts.map((drift) => toDrift(drift, view)), fixed });
    },
  };
}

/** What a person set for one product is shown in every window. */
function change(deps: HandlerDeps, done: Attempt<void>): Attempt<Record<string, never>> {
  if (!done.ok) return done;
  announceProducts(deps);
  return succeed({});
}
