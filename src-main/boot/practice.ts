import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Hub, startHub } from '../../src-hub/hub.ts';
import { type PracticeOptions, startPractice as startSides } from '../../src-practice/practice.ts';

/** What the till's developer page is asked to tell of (clover.md 9.2, 9.3). */
const TOPICS = ['A', 'I', 'IA', 'IC', 'IG', 'IM', 'IS', 'M', 'O', 'P'];

/** The practice servers, and the relay between them and the app. */
export type Practice = Awaited<ReturnType<typeof startPractice>>;

/**
 * The one door from the app to the practice servers and their relay: practice mode and the demo come through here.
 * The till's developer page is filled in as its operator would do it once, and the merchant has installed the app.
 * Rejects when a port is taken, with nothing left open.
 * @param nativeBinding a better-sqlite3 binary for a runtime with an older Node-API
 */
export async function startPractice(options: PracticeOptions, nativeBinding: string | null = null) {
  const practice = await startSides(options);
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-relay-'));
  let hub: Hub | null = null;
  const close = async (): Promise<void> => {
    await practice.close();
    await hub?.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const { id: appId, authCode } = practice.app;
    const port = options.port ? options.port + 2 : 0;
    hub = await startHub({
      config: { dataDir, port, operatorApp: { appId, authCode } },
      logStream: swallow(),
      nativeBinding,
      // Of one shop; and the packed app has no file that a thread could be started from.
      hasCheckpointThread: false,
    });
    await introduce(practice.tillService, hub);
  } catch (error) {
    await close();
    throw error;
  }
  const { pairing, desk } = hub.rooms;
  const shopId = await desk.add(practice.tillService.merchant.name);
  return {
    ...practice,
    hub: {
      url: hub.url,
      /** A fresh code for one PC. */
      invite: async (): Promise<string> => (await pairing.invite(shopId))?.code ?? '',
    },
    close,
  };
}

async function introduce(
  { app, installation }: Awaited<ReturnType<typeof startSides>>['tillService'],
  hub: Hub,
): Promise<void> {
  const { webhookPage: page, registration } = app;
  registration.siteUrl = `${hub.url}/oauth`;
  // Writing is what lets the app make its order type by itself (clover.md 3.1).
  registration.permissions = { ...registration.permissions, merchant: 'rw' };
  page.setUrl(`${hub.url}/v1/hooks/clover`);
  await page.sendCode();
  page.confirmCode((await hub.rooms.book.readVerificationCode())?.code ?? '');
  page.chooseTopics(TOPICS);
  installation.install();
}

/** The relay's own log is its operator's; here there is none. */
const swallow = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
