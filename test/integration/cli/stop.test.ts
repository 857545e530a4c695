import { describe, expect, it } from 'vitest';
import { acquireWriterLock } from '../../../src-main/store/writer-lock.ts';
import { openConnectedShell, openPractice, openShell } from './command-runner.ts';

describe('an import that is interrupted', () => {
  it('Ctrl-C lets what is on its way arrive, and the run goes on later', async () => {
    const practice = await openPractice({ menu: 'generated', items: 500, work: 'measured' });
    const shell = await openConnectedShell(practice);
    const running = shell.start(['import', '--yes', '--progress', '--json']);
    await running.waitFor(/of 5\d\d · [1-9]/);
    running.process.kill('SIGINT');
    const stopped = await running.ended;
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stderr).toContain('Stopping');
    expect(stopped.json).toMatchObject({ run: 1, state: 'cancelled' });
    const { created } = stopped.json.counts as { created: number };
    expect(created).toBeGreaterThan(0);
    expect(created).toBeLessThan(500);

    expect((await shell.run('status', '--json')).json).toMatchObject({ unfinishedRun: 1 });
    const resumed = await shell.run('import', '--json');
    expect(resumed.exitCode, 'the approval of before stands').toBe(0);
    expect(resumed.json).toMatchObject({ run: 1, state: 'done', counts: { created: 500, failed: 0 } });
    expect((await shell.run('plan', '--json')).json).toMatchObject({ counts: { create_woo: 0, skip: 500 } });
  });

  it('SIGTERM stops it in the same way', async () => {
    const practice = await openPractice({ menu: 'generated', items: 300, work: 'measured' });
    const shell = await openConnectedShell(practice);
    const running = shell.start(['import', '--yes', '--progress', '--json']);
    await running.waitFor(/of 3\d\d · [1-9]/);
    running.process.kill('SIGTERM');
    const stopped = await running.ended;
    expect(stopped.exitCode).toBe(1);
    expect(stopped.json).toMatchObject({ state: 'cancelled' });
  });

  it('a second Ctrl-C ends at once, and still nothing is lost or doubled', async () => {
    const practice = await openPractice({ menu: 'generated', items: 300, work: 'measured' });
    const shell = await openConnectedShell(practice);
    const running = shell.start(['import', '--yes', '--progress']);
    await running.waitFor(/of 3\d\d · [1-9]/);
    running.process.kill('SIGINT');
    await running.waitFor('Stopping');
    running.process.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout, 'it had no time for a result').toBe('');
    const resumed = await shell.run('apply', '1', '--json');
    expect(resumed.json).toMatchObject({ state: 'done', counts: { created: 300, failed: 0 } });
    expect((await shell.run('plan', '--json')).json).toMatchObject({ counts: { create_woo: 0, skip: 300 } });
  });
});

describe('a data folder that somebody writes to', () => {
  it('is refused to a second writer, and open to those who look', async () => {
    const shell = openShell();
    const lock = acquireWriterLock(shell.dataDir, null);
    try {
      const second = await shell.run('clean', '--yes', '--json');
      expect(second).toMatchObject({ exitCode: 5, json: { error: { code: 'DATA_IN_USE' } } });
      expect(second.json.error?.message).toContain(String(process.pid));
      expect((await shell.run('status', '--json')).exitCode).toBe(0);
    } finally {
      lock.release();
    }
    expect((await shell.run('clean', '--yes', '--json')).exitCode).toBe(0);
  });
});
