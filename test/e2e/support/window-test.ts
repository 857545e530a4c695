import { type BrowserContext, test as base, expect } from '@playwright/test';
import type { Practice } from '../../../src-practice/practice.ts';
import { connectShop, importShop, openShop } from './shop.ts';
import { startWindow, type WindowProcess } from './window-process.ts';

export { expect } from '@playwright/test';

/** What the pages of a test said that they should not have said. */
export interface Complaints {
  /** Complaints like these are what the test is about. */
  expect(pattern: RegExp): void;
}

interface Fixtures {
  /** A window's server on an empty data folder. */
  readonly server: WindowProcess;
  /** A practice till and store beside it, not connected. */
  readonly shop: Practice;
  /** The same, connected. */
  readonly connected: Practice;
  /** The same, imported. */
  readonly imported: Practice;
  readonly complaints: Complaints;
}

/** A test of the window: errors of the page, a broken policy and requests to elsewhere fail it. */
export const test = base.extend<Fixtures>({
  // The shop is there first and goes last: a sync under way is not left waiting for it.
  server: async ({ context, shop: _ }, use) => {
    const server = await startWindow();
    await use(server);
    // A page that loses its server complains.
    await Promise.all(context.pages().map((page) => page.close()));
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the form in which Playwright takes a fixture that needs no other
  shop: async ({}, use) => {
    const shop = await openShop();
    await use(shop);
    await shop.close();
  },
  connected: async ({ server, shop }, use) => {
    await connectShop(server, shop);
    await use(shop);
  },
  imported: async ({ server, connected }, use) => {
    await importShop(server);
    await use(connected);
  },
  complaints: [
    async ({ context }, use) => {
      const said = hearComplaints(context);
      const expected: RegExp[] = [];
      await use({ expect: (pattern) => void expected.push(pattern) });
      expect(said.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

function hearComplaints(context: BrowserContext): string[] {
  const said: string[] = [];
  // What breaks the policy is an error of the console too.
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => said.push(`thrown: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') said.push(`asked elsewhere: ${request.url()}`);
  });
  return said;
}
