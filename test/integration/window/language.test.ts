import { afterEach, describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { alertReach } from '../../../src-main/ipc/raise-alerts.ts';
import { speak } from '../../../src-main/ipc/speech.ts';
import type { Failure } from '../../../src-preload/contract/failures.ts';
import { startWindowWorld } from '../../support/window-world.ts';

afterEach(() => speak('en'));

const readPage = async (origin: string, accepted: string): Promise<string> => {
  const page = await fetch(`${origin}/`, { headers: { 'accept-language': accepted } });
  return page.text();
};

describe('the window’s engine', () => {
  it('answers failures in the language that a person chooses, and tells every window', async () => {
    const { openPage } = await startWindowWorld();
    const [page, other] = [await openPage(), await openPage()];
    const ask = async () => {
      const answer = await page.call('run:result', { runId: 4711 });
      return answer.ok ? null : [answer.failure.code, answer.failure.message];
    };
    expect(await ask()).toEqual(['USE_UNKNOWN_RUN', 'There is no run 4711.']);
    expect(await page.call('language:set', { choice: 'de' })).toEqual({ ok: true, value: { choice: 'de' } });
    expect(await ask()).toEqual(['USE_UNKNOWN_RUN', 'Den Lauf 4711 gibt es nicht.']);
    await expect
      .poll(() => other.events.filter(({ event }) => event === 'language:changed').map(({ value }) => value))
      .toEqual([{ language: 'de' }]);
    await page.call('language:set', { choice: 'es' });
    expect(await ask()).toEqual(['USE_UNKNOWN_RUN', 'No existe la ejecución 4711.']);
    const refused = await page.ask('language:set', { choice: 'tlh' });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'IPC_BAD_PAYLOAD' } });
  });

  it('writes into the page what is chosen, and before that what the browser wants', async () => {
    const { origin, openPage } = await startWindowWorld();
    expect(await readPage(origin, 'es-MX,es;q=0.9,en;q=0.8')).toContain(
      '<meta name="language" content="es">',
    );
    expect(await readPage(origin, '"><script>')).toContain('<meta name="language" content="en">');
    const page = await openPage();
    await page.call('language:set', { choice: 'de' });
    expect(await readPage(origin, 'es')).toContain('<meta name="language" content="de">');
  });

  it('raises alerts in the person’s language, and keeps the log in English', async () => {
    const { core, openPage } = await startWindowWorld();
    const page = await openPage();
    await page.call('language:set', { choice: 'de' });
    const failure: Failure = createFailure('CLOVER_TOKEN_REFUSED', { merchant: 'M1' });
    alertReach(core.engine.alerts, 'till', failure);
    const [alert] = core.engine.alerts.list({ limit: 1, offset: 0 }).alerts;
    expect(alert?.title).toBe('Die Kasse lehnt Tillbridge ab, deshalb wird nichts abgeglichen.');
    expect(alert?.body).toContain('Die Kasse hat das API-Token abgelehnt (Händler M1)');
    const log = await page.call('log:page', {
      limit: 5,
      offset: 0,
      sort: 'atMs',
      isDescending: true,
      action: 'alert',
    });
    expect(JSON.stringify(log)).toContain('The till refuses Tillbridge, so nothing is kept in step.');
  });
});
