import { expect, it } from 'vitest';
import { createRandom } from '../../../../src-practice/random.ts';
import { createPracticeStore } from '../../../../src-practice/store/store.ts';
import { START_MS } from './open-store.ts';

/** A clock whose sleepers wake when a test moves it. */
function createWaitingClock() {
  let nowMs = START_MS;
  let sleepers: { readonly atMs: number; readonly wake: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    sleep: (delayMs: number) =>
      new Promise<void>((wake) => void sleepers.push({ atMs: nowMs + delayMs, wake })),
    advance: async (durationMs: number) => {
      nowMs += durationMs;
      const due = sleepers.filter(({ atMs }) => atMs <= nowMs);
      sleepers = sleepers.filter(({ atMs }) => atMs > nowMs);
      for (const { wake } of due) wake();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

it('hooks of orders come late, once for quick changes, and never for notes and what is deleted for good', async () => {
  const clock = createWaitingClock();
  const store = createPracticeStore({ clock, random: createRandom(7), switches: { hookDelayMs: 500 } });
  const [pie = 0] = store.load([{ name: 'Pie', regular_price: '9' }]);
  const silent = store.staff.buy(pie, 1);
  const heard: string[] = [];
  const end = store.hooks.subscribe(({ topic, id }) => void heard.push(`${topic} ${id}`));
  const id = store.staff.buy(pie, 1);
  for (const status of ['on-hold', 'processing', 'completed'] as const) store.staff.turnOrder(id, status);
  await clock.advance(499);
  expect(heard).toEqual([]);
  await clock.advance(1);
  expect(heard).toEqual([`order.created ${id}`, `order.updated ${id}`]);

  store.staff.noteOrder(id, 'Printed');
  store.staff.deleteOrder(silent);
  store.switches.hookDelayMs = 60_000;
  store.staff.giveBack(id, { amount: '1.00' });
  store.staff.trashOrder(id);
  await clock.advance(59_999);
  expect(heard).toHaveLength(2);
  await clock.advance(1);
  expect(heard.slice(2)).toEqual([`order.updated ${id}`, `order.deleted ${id}`]);
  end();
  store.staff.buy(pie, 1);
  await clock.advance(60_000);
  expect(heard).toHaveLength(4);
});
