import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnectedShell, openPractice } from './command-runner.ts';

// Each command is a process of its own, which a busy computer starts slowly.
describe('rehearse', { timeout: 120_000 }, () => {
  it('lists what would be written, holds every other command back, and once ended lets it be written', async () => {
    const practice = await openPractice({ menu: 'empty' });
    const { staff } = practice.tillService;
    for (const name of ['Latte', 'Cola']) staff.addItem({ name, price: 400, sku: name.toUpperCase() });
    const shell = await openConnectedShell(practice);
    await shell.run('import', '--yes', '--json');
    const readPrice = () =>
      [...practice.storeService.state.products.values()].find(({ sku }) => sku === 'LATTE')?.regularPrice;
    await shell.run('staff', 'till', 'edit', 'LATTE', '--price', '4.75');
    const file = join(shell.dataDir, 'held.csv');
    const looked = await shell.run('rehearse', '--once', '--json', '--export', file);
    expect(looked.exitCode, looked.stderr).toBe(0);
    expect(looked.json).toMatchObject({
      rehearsing: true,
      counts: { sides: { till: 0, store: 1 }, kinds: { change: 1 } },
      writes: [{ side: 'woo', name: 'Latte', fields: [{ field: 'price', from: 400, to: 475 }] }],
      total: 1,
    });
    expect(readFileSync(file, 'utf8')).toContain('4.75');
    expect(await shell.run('sync', '--once', '--json')).toMatchObject({
      json: { error: { code: 'REHEARSAL_ON' } },
    });
    expect(readPrice()).toBe('4.00');
    expect((await shell.run('status', '--json')).json).toMatchObject({
      warnings: [expect.objectContaining({ code: 'REHEARSAL_ON' })],
    });
    const stopped = await shell.run('rehearse', '--stop', '--json');
    expect(stopped).toMatchObject({ exitCode: 0, json: { rehearsing: false, counts: { total: 1 } } });
    expect((await shell.run('rehearse', '--stop', '--json')).json.error?.code).toBe('REHEARSAL_OFF');
    await shell.run('sync', '--once', '--json');
    expect(readPrice()).toBe('4.75');
  });

  it('goes on until Ctrl-C and says each write as it is held back', async () => {
    const practice = await openPractice({ menu: 'empty' });
    practice.tillService.staff.addItem({ name: 'Latte', price: 400, sku: 'LATTE' });
    const shell = await openConnectedShell(practice);
    await shell.run('settings', 'set', 'poll.fastestSeconds', '2');
    const running = shell.start(['rehearse'], { input: null });
    await running.waitFor(/Latte .*new: name Latte/);
    running.process.kill('SIGINT');
    const ended = await running.ended;
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.stdout).toContain('End the rehearsal first');
    expect(practice.storeService.state.products.size).toBe(0);
  });
});
