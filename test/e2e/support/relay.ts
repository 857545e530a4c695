import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Page } from '@playwright/test';
import { type Hub, startHub } from '../../../src-hub/hub.ts';
import type { Practice } from '../../../src-practice/practice.ts';
import { connectDevice, type HubDevice } from '../../support/hub-device.ts';

export interface Relay {
  readonly hub: Hub;
  /** A pairing code for the shop. */
  invite(): Promise<string>;
  /** Another PC of the shop, which may write from now on until its socket is closed. */
  occupy(name: string): Promise<HubDevice>;
  close(): Promise<void>;
}

/** A relay on this computer, with one shop; its operator has no app at Clover. */
export async function openRelay(shopName = 'Corner Oven'): Promise<Relay> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-relay-'));
  const logStream = new Writable({ write: (_chunk, _encoding, done) => done() });
  const hub = await startHub({ config: { dataDir, port: 0 }, logStream });
  const shopId = await hub.rooms.desk.add(shopName);
  return {
    hub,
    invite: async () => (await hub.rooms.pairing.invite(shopId))?.code ?? '',
    occupy: async (name) => {
      const paired = await hub.rooms.pairing.redeem(
        (await hub.rooms.pairing.invite(shopId))?.code ?? '',
        name,
        '127.0.0.1',
      );
      if (paired.kind !== 'paired') throw new Error(paired.kind);
      const device = await connectDevice(hub.url, paired.token, { wantsLease: true });
      await device.until(() => device.of('welcome')[0]?.lease.isHolder === true);
      return device;
    },
    close: async () => {
      await hub.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Pairs by the form that is shown. */
export async function pairByForm(page: Page, { hub, invite }: Relay, name = 'Office'): Promise<void> {
  await page.getByLabel('Address of the relay').fill(hub.url);
  await page.getByLabel('Pairing code').fill(await invite());
  await page.getByLabel('Name of this PC').fill(name);
  await page.getByRole('button', { name: 'Connect the relay' }).click();
}

/** What the owner of the store does on the page that has opened: logs in, then approves or denies. */
export async function answerApproval(page: Page, word: 'Approve' | 'Deny'): Promise<void> {
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: word }).click();
}

/** What a developer does at Clover: the webhook address, and Send Verification Code. */
export async function sendVerificationCode({ tillService }: Practice, { hub }: Relay): Promise<void> {
  const { webhookPage } = tillService.app;
  webhookPage.setUrl(`${hub.url}/v1/hooks/clover`);
  if (!(await webhookPage.sendCode())) throw new Error('the relay does not take the verification code');
}
