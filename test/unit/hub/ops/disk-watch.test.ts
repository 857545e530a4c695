import { expect, it } from 'vitest';
import { createDiskWatch } from '../../../../src-hub/ops/disk-watch.ts';
import { createManualHubTime } from '../../../support/hub-time.ts';

const say = { info: () => undefined, fatal: () => undefined };

it('a hub that a proxy leaves out, because it could not write, is well again by itself once it can', async () => {
  const time = createManualHubTime();
  let isBroken = true;
  let probes = 0;
  const well: string[] = [];
  const watch = createDiskWatch({
    say: say as unknown as Parameters<typeof createDiskWatch>[0]['say'],
    time,
    ring: () => undefined,
    onWell: () => void well.push('well'),
    probe: async () => {
      probes += 1;
      if (isBroken) throw new Error('the database is away');
    },
  });
  const pass = async (): Promise<void> => {
    time.pass(5_000);
    await new Promise((resolve) => void setImmediate(resolve));
  };
  watch.noteFailure(new Error('away'));
  await pass();
  await pass();
  expect([watch.isFailing(), probes]).toEqual([true, 2]);
  isBroken = false;
  await pass();
  expect(watch.isFailing()).toBe(false);
  await pass();
  expect(probes, 'a hub that is well is not tried').toBe(3);
  expect(well).toEqual(['well']);
});
