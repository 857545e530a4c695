import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDataFile, type Round } from '../../../src-main/boot/data-keeper.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import { readSeal } from '../../../src-main/store/page-seal.ts';
import { createManualTime } from '../../support/manual-time.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const DAY_MS = 86_400_000;
const ROUND_MS = 5 * 60_000;

/** A data file in the hands of a program that runs for months. */
async function keepFile(dataDir = makeTemporaryFolder()) {
  const time = createManualTime();
  let nowMs = 1_000 * DAY_MS;
  const data = openDataFile({ dataDir, nativeBinding: null, isWriter: true, readNowMs: () => nowMs });
  onTestFinished(data.close);
  const rounds: Round[] = [];
  await data.keep(time, (round) => void rounds.push(round));
  return {
    ...{ data, dataDir, rounds, file: join(dataDir, 'tillbridge.sqlite') },
    listCopies: () => readdirSync(join(dataDir, 'backups')).filter((name) => name.endsWith('.sqlite')),
    pass: async (passedMs: number) => {
      nowMs += passedMs;
      const before = rounds.length;
      time.pass(ROUND_MS);
      await waitUntil('the round', () => rounds.length > before);
    },
  };
}

it('D5: a program that is never ended makes a copy each day, and keeps seven', async () => {
  const kept = await keepFile();
  expect(kept.listCopies()).toHaveLength(1);
  await kept.pass(ROUND_MS);
  expect(kept.listCopies()).toHaveLength(1);
  for (let day = 1; day <= 8; day += 1) await kept.pass(DAY_MS);
  expect(kept.listCopies()).toHaveLength(7);
  expect(kept.rounds.every(({ error }) => error === null)).toBe(true);
});

it('D5: a copy that fails is told of and made with the next round', async () => {
  const kept = await keepFile();
  // Where the folder of the copies should be there is a file.
  rmSync(join(kept.dataDir, 'backups'), { recursive: true });
  writeFileSync(join(kept.dataDir, 'backups'), '');
  await kept.pass(DAY_MS);
  expect(kept.rounds.at(-1)?.error).toBeInstanceOf(Error);
  rmSync(join(kept.dataDir, 'backups'));
  await kept.pass(ROUND_MS);
  expect(kept.rounds.at(-1)?.error).toBeNull();
  expect(kept.listCopies()).toHaveLength(1);
});

it('D4: the seal of a file that was written to is taken anew once it rests', async () => {
  const kept = await keepFile();
  createLedger(kept.data.db).meta.put('who', 'me');
  kept.data.db.pragma('wal_checkpoint(TRUNCATE)');
  await kept.pass(ROUND_MS);
  // It was written to a moment ago: its time would not tell of another write.
  expect(readSeal(kept.file)?.pages).toBeNull();
  utimesSync(kept.file, new Date(), new Date(Date.now() - 60_000));
  const before = readSeal(kept.file)?.generation ?? 0;
  await kept.pass(ROUND_MS);
  const seal = readSeal(kept.file);
  expect(seal?.pages?.size).toBe(readFileSync(kept.file).length);
  expect(seal?.generation).toBeGreaterThan(before);
});
