import { afterAll, describe, expect, it } from 'vitest';
import { listJobs } from '../support/notice-bugs.ts';
import { PLANTED_BUGS } from '../support/planted-bugs.ts';
import { createScript } from './script.ts';
import { shrinkWorld } from './shrink.ts';
import { createWorldProcess } from './world-crew.ts';
import { describeNothing, namePromise, type WorldJob, type WorldReport } from './world-job.ts';

const BUG = PLANTED_BUGS.find(
  ({ name }) => name === 'a stock move on the till whose answer was lost is made again',
);

describe('what happens in a world', () => {
  it('draws the same chances whatever else is left out', () => {
    const whole = createScript(7);
    const others = createScript(7, new Set(['deed 1', 'crash 1']));
    for (const script of [whole, others]) script.cue('deed 1').takes();
    expect(others.cue('deed 2').random.next()).toBe(whole.cue('deed 2').random.next());
    expect(others.taken).toEqual([]);
    for (const script of [whole, others]) script.begin('2');
    const [first, second] = [whole.cueRequest('till GET /items'), whole.cueRequest('till GET /items')];
    expect(others.cueRequest('till GET /items').random.next()).toBe(first.random.next());
    expect(second.name).not.toBe(first.name);
  });
});

describe('a broken world', () => {
  const process = createWorldProcess(BUG?.name);
  afterAll(() => process.close());

  it('is made as small as what breaks it', async () => {
    const needed = ['deed 3', 'fault 9 till POST /x 1'];
    const all = [...Array.from({ length: 40 }, (_, at) => `deed ${at}`), 'fault 9 till POST /x 1', 'crash 4'];
    const live = async ({ kind, seed, without = [] }: WorldJob): Promise<WorldReport> => {
      const happened = all.filter((name) => !without.includes(name));
      const isBroken = needed.every((name) => happened.includes(name));
      return {
        ...describeNothing({ kind, seed }, 'stock: lost'),
        broken: isBroken ? ['stock: lost'] : [],
        happened,
      };
    };
    const first = await live({ kind: 'shop', seed: 1 });
    const { report, tries } = await shrinkWorld(first, { live, hasTime: () => true });
    expect(report.happened).toEqual(needed);
    expect(tries).toBeLessThan(60);
    const { report: hasty } = await shrinkWorld(first, { live, hasTime: () => false });
    expect(hasty).toBe(first);
  });

  it('with a planted bug becomes a story of a few lines that still breaks, and breaks again', {
    timeout: 300_000,
  }, async () => {
    const first = await findBroken();
    const promise = namePromise(first.broken[0] ?? '');
    const { report, without } = await shrinkWorld(first, { live: process.live, hasTime: () => true });
    expect(report.happened.length).toBeLessThanOrEqual(8);
    expect(report.happened.length).toBeLessThan(first.happened.length / 2);
    expect(report.story.length).toBeLessThan(first.story.length);
    expect(report.broken.map(namePromise)).toContain(promise);
    expect((await process.live({ kind: 'shop', seed: first.seed, without })).hash).toBe(report.hash);
    for (const name of report.happened) {
      const { broken } = await process.live({ kind: 'shop', seed: first.seed, without: [...without, name] });
      expect(broken.map(namePromise)).not.toContain(promise);
    }
  });

  async function findBroken(): Promise<WorldReport> {
    for (const job of BUG ? listJobs(BUG) : []) {
      const report = await process.live(job);
      if (report.broken.length > 0) return report;
    }
    throw new Error('no world noticed the bug');
  }
});
