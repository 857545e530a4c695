import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { startLiveWorld } from '../../support/live-world.ts';
import { unwrap } from '../../support/practice-world.ts';

describe('counts from a file that was written a while ago', () => {
  it('are planned with a warning for each line whose product was sold since', async () => {
    const world = await startLiveWorld();
    const { engine, practice } = world;
    const { item } = world.pick();
    practice.tillService.staff.recount(item.id, 10);
    await world.sync();
    const text = engine.stock.exportCsv();
    const lines = text.split('\r\n');
    const at = lines.findIndex((line) => line.includes(item.id));
    const edited = [...lines];
    edited[at] = (lines[at] ?? '').replace(',10,10,', ',30,10,');
    const still = unwrap(engine.stock.planCsv(edited.join('\r\n')));
    expect(still.warnings, 'nothing moved yet').toEqual([]);
    practice.tillService.staff.sell(item.id, 3);
    await world.sync();
    const plan = unwrap(engine.stock.planCsv(edited.join('\r\n')));
    expect(plan.counts).toMatchObject({ update_woo: 1, update_clover: 1 });
    const facts = { line: at + 1, product: item.name, pieces: 30 };
    expect(plan.warnings).toMatchObject([{ code: 'CSV_COUNT_MOVED', facts }]);
    const [warning] = plan.warnings.map(describeFailure);
    expect(warning?.message).toBe(
      `A count of the file is old: line ${at + 1}, ${item.name}. It was sold or counted since (then till 10, store 10; now till 7, store 7), and 30 would be put in its place.`,
    );
    expect(unwrap(engine.records.plan(plan.runId)).warnings, 'kept with the plan').toHaveLength(1);
  });

  it('are counted where they are more than anybody reads', async () => {
    const world = await startLiveWorld({ menu: 'generated', items: 60 });
    const { engine, practice } = world;
    const counted = [...practice.tillService.state.itemStocks.keys()];
    for (const id of counted) practice.tillService.staff.recount(id, 10);
    await world.sync();
    const text = engine.stock.exportCsv();
    for (const id of counted) practice.tillService.staff.sell(id, 1);
    await world.sync();
    const old = text.replaceAll(',10,10,', ',30,30,');
    const plan = unwrap(engine.stock.planCsv(old));
    expect(plan.warnings.at(-1)?.code).toBe('CSV_MORE_MOVED');
    expect(plan.warnings.length, 'a few lines, and how many more').toBeLessThan(30);
  });
});
