import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Failure, FailureError } from '../../../src-main/domain/failure.ts';
import { acquireWriterLock } from '../../../src-main/store/writer-lock.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const HOLDER = `
  const { acquireWriterLock } = await import(${JSON.stringify(new URL('../../../src-main/store/writer-lock.ts', import.meta.url).href)});
  globalThis.held = acquireWriterLock(process.argv[1], null);
  process.stdout.write('held');
  setInterval(() => {}, 1000);
`;

function catchFailure(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('it was let in');
}

describe('one writer', () => {
  it('a second is refused while the first lives, by name of its process, and not after it was killed', async () => {
    const folder = makeTemporaryFolder();
    const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    expect(() => acquireWriterLock(folder, null)).toThrow(
      expect.objectContaining({
        failure: { code: 'DATA_IN_USE', facts: { folder, pid: String(holder.pid) } },
      }),
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    acquireWriterLock(folder, null).release();
  });

  it.each([
    ['window', 'in its window', 'Do it in that window'],
    ['browser', 'in its browser window', 'Do it in that window'],
    ['run', 'with the command "run"', 'Stop that one'],
    ['stock import', 'with the command "stock import"', 'Wait until that one has ended'],
  ])('%s is named to whoever comes meanwhile, with what to do', (name, words, how) => {
    const folder = makeTemporaryFolder();
    const held = acquireWriterLock(folder, null, name);
    onTestFinished(() => held.release());
    const refused = catchFailure(() => acquireWriterLock(folder, null, 'resolve'));
    const { message, hint } = describeFailure(refused);
    expect(message).toBe(
      `Tillbridge is already at work on this data ${words} (process ${process.pid}), and only one may change it at a time.`,
    );
    expect(hint).toContain(how);
  });
});
