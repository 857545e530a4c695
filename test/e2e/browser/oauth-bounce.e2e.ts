import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerOauthBounce } from '../../../src-hub/oauth-bounce/register-oauth-bounce.ts';

const TOKENS = 'nonce_nonce-1234.mac_mac-12345678';

/** The hub's page, and in place of the app something on loopback that writes down what it is handed. */
async function startBoth(): Promise<{
  hub: FastifyInstance;
  url: string;
  app: Server;
  port: number;
  handed: string[];
}> {
  const hub = Fastify();
  registerOauthBounce(hub);
  const url = await hub.listen({ host: '127.0.0.1', port: 0 });
  const handed: string[] = [];
  const app = createServer((request, response) => {
    if (request.url?.startsWith('/oauth'))
      handed.push(`${request.headers.referer ?? 'no referrer'} ${request.url}`);
    response.end('<title>Tillbridge has it</title>');
  });
  await new Promise<void>((resolve) => void app.listen(0, '127.0.0.1', resolve));
  return { hub, url, app, port: (app.address() as AddressInfo).port, handed };
}

test.describe('the bounce page in a browser', () => {
  test('hands the code to the app on this computer, under its own policy and without a referrer', async ({
    page,
  }) => {
    const { hub, url, app, port, handed } = await startBoth();
    const complaints: string[] = [];
    page.on('console', (message) => void complaints.push(message.text()));
    page.on('pageerror', (error) => void complaints.push(error.message));
    const state = `${port}.${TOKENS}`;
    await page.goto(`${url}/oauth?merchant_id=M1&client_id=APP&code=abc&state=${state}`);
    await expect(page).toHaveTitle('Tillbridge has it');
    const query = `code=abc&state=${state}&merchant_id=M1&client_id=APP`;
    expect(handed).toEqual([`no referrer /oauth/callback?${query}`]);
    expect(complaints.filter((text) => /Content Security Policy|Error/.test(text))).toEqual([]);
    app.close();
    await hub.close();
  });

  test('shows a hostile code as text, and stays where it is', async ({ page }) => {
    const { hub, url, app } = await startBoth();
    const code = '<img src=x onerror="document.title=1">';
    const query = new URLSearchParams({ code, state: `80@evil.example.${TOKENS}` });
    await page.goto(`${url}/oauth?${query}`);
    await expect(page.locator('#code')).toHaveText(code);
    await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible();
    await expect(page.getByRole('heading')).toHaveText(['One more step']);
    expect(new URL(page.url()).origin).toBe(url);
    expect(await page.locator('img').count()).toBe(0);
    app.close();
    await hub.close();
  });
});
