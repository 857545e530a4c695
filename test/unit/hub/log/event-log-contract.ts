import { describe, expect, it } from 'vitest';
import {
  type EventLog,
  LONGEST_PENDING,
  type LogRow,
  type NewHint,
} from '../../../../src-hub/log/event-log.ts';

/** A log as a test has it. `restart` opens the same one anew, as after a crash. */
export interface LogUnderTest {
  readonly log: EventLog;
  restart(): Promise<EventLog>;
}

const DAY_MS = 24 * 60 * 60_000;
const SHOP = 's_1';
const hint = (key: string, atMs = 1000, shopId = SHOP): NewHint => ({ shopId, side: 'store', key, atMs });
const tell = (log: EventLog, ...keys: string[]): Promise<void> => log.append(keys.map((key) => hint(key)));
const readAll = (log: EventLog, afterSeq = 0, shopId = SHOP): Promise<readonly LogRow[]> =>
  log.read(shopId, afterSeq, 10_000);
const keysOf = (rows: readonly LogRow[]): string[] =>
  rows.map((row) => (row.kind === 'hint' ? row.key : `resync ${row.side ?? 'both'}`));
const seqOf = (rows: readonly LogRow[]): number => rows.at(-1)?.seq ?? 0;

/** What every log of the hub keeps, whatever it is made of. */
export function describeEventLog(name: string, open: () => Promise<LogUnderTest>): void {
  describe(`${name}: order and coalescing`, () => {
    it('rows come in the order told, with strictly increasing numbers, a shop’s own alone', async () => {
      const { log } = await open();
      await Promise.all([tell(log, 'a', 'b'), log.append([hint('x', 1, 's_2'), hint('c')]), tell(log, 'd')]);
      const rows = await readAll(log);
      expect(keysOf(rows)).toEqual(['a', 'b', 'c', 'd']);
      expect(rows.every((row, at) => at === 0 || row.seq > (rows[at - 1]?.seq ?? 0))).toBe(true);
      expect(keysOf(await readAll(log, 0, 's_2'))).toEqual(['x']);
      expect(keysOf(await log.read(SHOP, rows[1]?.seq ?? 0, 1))).toEqual(['c']);
    });

    it('an object told of again is one row with a higher number, counted, with its first and last time', async () => {
      const { log } = await open();
      await log.append([hint('a', 10), hint('b', 20)]);
      await log.append([hint('a', 30), hint('a', 40)]);
      const rows = await readAll(log);
      expect(keysOf(rows)).toEqual(['b', 'a']);
      expect(rows[1]).toMatchObject({ times: 3, firstMs: 10, lastMs: 40 });
    });

    it('an object of the till and one of the store with the same key are two', async () => {
      const { log } = await open();
      await log.append([hint('1'), { ...hint('1'), side: 'till' }]);
      expect((await readAll(log)).map((row) => row.side)).toEqual(['store', 'till']);
    });

    it('an object told of again after it was read and before it is acknowledged is read again', async () => {
      const { log } = await open();
      await log.openCursor(SHOP, 'd1');
      await tell(log, 'a');
      const first = await readAll(log);
      await tell(log, 'a');
      await log.acknowledge(SHOP, 'd1', seqOf(first));
      expect(keysOf(await readAll(log, seqOf(first)))).toEqual(['a']);
    });
  });

  describe(`${name}: devices`, () => {
    it('rows go when every device has acknowledged them, not before', async () => {
      const { log } = await open();
      await log.openCursor(SHOP, 'd1');
      await log.openCursor(SHOP, 'd2');
      await tell(log, 'a', 'b');
      const seq = seqOf(await readAll(log));
      await log.acknowledge(SHOP, 'd1', seq);
      expect(keysOf(await readAll(log))).toEqual(['a', 'b']);
      expect([await log.readCursor(SHOP, 'd1'), await log.readCursor(SHOP, 'd2')]).toEqual([seq, 0]);
      await log.acknowledge(SHOP, 'd2', seq - 1);
      expect(keysOf(await readAll(log))).toEqual(['b']);
      await log.dropCursor(SHOP, 'd2');
      expect(await readAll(log)).toEqual([]);
    });

    it('a new device begins after what was told before it; a second opening changes nothing', async () => {
      const { log } = await open();
      await tell(log, 'a');
      await log.openCursor(SHOP, 'd1');
      const start = await log.readCursor(SHOP, 'd1');
      await tell(log, 'b');
      await log.openCursor(SHOP, 'd1');
      expect(await log.readCursor(SHOP, 'd1')).toBe(start);
      expect(keysOf(await readAll(log, start))).toEqual(['b']);
    });

    it('an acknowledgement never goes back, and one of a device that is gone keeps nothing', async () => {
      const { log } = await open();
      await log.openCursor(SHOP, 'd1');
      await tell(log, 'a', 'b');
      const seq = seqOf(await readAll(log));
      await Promise.all([log.acknowledge(SHOP, 'd1', seq), log.acknowledge(SHOP, 'd1', seq - 1)]);
      expect(await log.readCursor(SHOP, 'd1')).toBe(seq);
      await log.dropCursor(SHOP, 'd1');
      await log.acknowledge(SHOP, 'd1', seq);
      expect(await log.readCursor(SHOP, 'd1')).toBe(0);
    });

    it('numbers go on after all rows are gone, after a restart, and beyond what a device says it has', async () => {
      const opened = await open();
      const { log } = opened;
      await log.openCursor(SHOP, 'd1');
      await tell(log, 'a', 'b');
      const seq = seqOf(await readAll(log));
      await log.acknowledge(SHOP, 'd1', seq);
      const again = await opened.restart();
      expect(await again.readLast(SHOP)).toBe(seq);
      await tell(again, 'c');
      expect(seqOf(await readAll(again))).toBeGreaterThan(seq);
      await again.acknowledge(SHOP, 'd1', 5_000);
      await tell(again, 'd');
      expect(seqOf(await readAll(again))).toBeGreaterThan(5_000);
    });
  });

  describe(`${name}: resync`, () => {
    it('a collapse leaves one resync in the place of a side’s hints, or of all', async () => {
      const { log } = await open();
      await log.append([hint('a'), { ...hint('I:1'), side: 'till' }]);
      await log.collapse(SHOP, 'store', 'why', 5);
      expect(keysOf(await readAll(log))).toEqual(['I:1', 'resync store']);
      await log.collapse(SHOP, null, 'why', 6);
      const rows = await readAll(log);
      expect(rows).toMatchObject([{ kind: 'resync', side: null, reason: 'why' }]);
    });

    it('until a resync was read it stands for what is told after it; once read, hints are told again', async () => {
      const { log } = await open();
      await log.collapse(SHOP, 'store', 'why', 5);
      const [before] = await Promise.all([log.readLast(SHOP), tell(log, 'a')]);
      await log.collapse(SHOP, 'store', 'why', 6);
      expect(await log.readLast(SHOP)).toBe(before);
      await log.append([{ ...hint('I:1'), side: 'till' }]);
      expect(keysOf(await readAll(log))).toEqual(['resync store', 'I:1']);
      await tell(log, 'b');
      await log.collapse(SHOP, 'store', 'why', 7);
      expect(keysOf(await readAll(log))).toEqual(['I:1', 'resync store']);
      await tell(log, 'c');
      expect(keysOf(await readAll(log, before))).toContain('resync store');
    });

    it('a device that begins behind a waiting resync is still told what comes then', async () => {
      const { log } = await open();
      await log.openCursor(SHOP, 'away');
      await log.collapse(SHOP, null, 'why', 5);
      await log.openCursor(SHOP, 'new');
      const start = await log.readCursor(SHOP, 'new');
      await tell(log, 'a');
      expect(keysOf(await readAll(log, start))).toEqual(['a']);
    });

    it('a resync that a former run had sent does not stand for what is told after a restart', async () => {
      const opened = await open();
      await opened.log.openCursor(SHOP, 'd1');
      await opened.log.collapse(SHOP, 'store', 'why', 5);
      const sent = seqOf(await readAll(opened.log));
      const again = await opened.restart();
      await tell(again, 'a');
      expect(keysOf(await readAll(again, sent))).toEqual(['a']);
    });

    it('more objects than may wait become one resync; a device that has them already is not troubled', async () => {
      const { log } = await open();
      await log.openCursor(SHOP, 'here');
      await log.openCursor(SHOP, 'away');
      await log.append([{ ...hint('I:1'), side: 'till' }]);
      await log.append(Array.from({ length: LONGEST_PENDING - 1 }, (_, at) => hint(`product:${at}`)));
      const seq = seqOf(await readAll(log));
      await log.acknowledge(SHOP, 'here', seq);
      await tell(log, 'one too many');
      expect(keysOf(await readAll(log))).toEqual(['I:1', 'resync store', 'one too many']);
      expect(keysOf(await readAll(log, seq))).toEqual(['one too many']);
    });

    it('more objects at once than may wait become one resync of all', async () => {
      const { log } = await open();
      await log.append(Array.from({ length: LONGEST_PENDING + 1 }, (_, at) => hint(`product:${at}`)));
      expect(keysOf(await readAll(log))).toEqual(['resync both']);
    });

    it('what waited for a week becomes a resync; what is younger stays', async () => {
      const { log } = await open();
      await log.append([hint('old', 0), { ...hint('I:1', 0), side: 'till' }, hint('young', DAY_MS)]);
      await log.prune(7 * DAY_MS + 1);
      expect(keysOf(await readAll(log))).toEqual(['resync store', 'resync till', 'young']);
      await log.prune(9 * DAY_MS);
      expect(keysOf(await readAll(log))).toEqual(['resync till', 'resync store']);
    });
  });

  describe(`${name}: promises`, () => {
    it('H1: what has resolved is there after a restart', async () => {
      const opened = await open();
      await opened.log.openCursor(SHOP, 'd1');
      await tell(opened.log, 'a', 'b');
      await opened.log.collapse('s_2', 'till', 'why', 1);
      const again = await opened.restart();
      expect(keysOf(await readAll(again))).toEqual(['a', 'b']);
      expect(keysOf(await readAll(again, 0, 's_2'))).toEqual(['resync till']);
    });

    it('rows given in the same turn share one commit', async () => {
      const { log } = await open();
      const { commits } = await log.readFigures();
      await Promise.all(Array.from({ length: 100 }, (_, at) => tell(log, `k${at}`)));
      expect((await log.readFigures()).commits).toBe(commits + 1);
    });

    it('V3: a delivery is the first once in a day, also when it comes twice at once', async () => {
      const opened = await open();
      const { log } = opened;
      const take = async (digest: string, atMs: number): Promise<boolean> => {
        const isFirst = await log.isFirst(digest, atMs);
        if (isFirst) await tell(log, digest);
        return isFirst;
      };
      expect(await Promise.all([take('s_1:x', 0), take('s_1:x', 0), take('s_1:y', 0)])).toEqual([
        true,
        false,
        true,
      ]);
      const again = await opened.restart();
      expect(await again.isFirst('s_1:x', DAY_MS - 1)).toBe(false);
      expect(await again.isFirst('s_1:x', DAY_MS)).toBe(true);
    });

    it('digests of a day ago are forgotten', async () => {
      const { log } = await open();
      await log.isFirst('s_1:x', 0);
      await tell(log, 'a');
      await log.prune(2 * DAY_MS);
      expect(await log.isFirst('s_1:x', 1)).toBe(true);
      await tell(log, 'b');
    });

    it('news is told once a commit, to everybody who listens, until they stop', async () => {
      const { log } = await open();
      const told: string[] = [];
      const stop = log.onNews((shopId) => told.push(shopId));
      await Promise.all([tell(log, 'a'), tell(log, 'b'), log.append([hint('x', 1, 's_2')])]);
      expect(told.sort()).toEqual(['s_1', 's_2']);
      stop();
      await tell(log, 'c');
      expect(told).toHaveLength(2);
    });

    it('an erased shop leaves nothing, and others keep theirs', async () => {
      const { log } = await open();
      await log.openCursor(SHOP, 'd1');
      await log.isFirst('s_1:x', 0);
      await log.append([hint('a'), hint('x', 1, 's_12')]);
      await log.erase(SHOP);
      expect(await readAll(log)).toEqual([]);
      expect([await log.readCursor(SHOP, 'd1'), await log.readLast(SHOP)]).toEqual([0, 0]);
      expect(await log.isFirst('s_1:x', 1)).toBe(true);
      expect(keysOf(await readAll(log, 0, 's_12'))).toEqual(['x']);
    });

    it('the figures count what waits and say since when', async () => {
      const { log } = await open();
      await log.append([hint('a', 500), hint('b', 400)]);
      expect(await log.readFigures()).toMatchObject({ waiting: 2, oldestMs: 400 });
    });
  });
}
