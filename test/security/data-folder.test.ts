import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLanguageFile } from '../../src-main/headless/device-file.ts';
import { openCrashFile } from '../../src-main/log/crash-file.ts';
import { recordCrash } from '../../src-main/log/crash-record.ts';
import { openDatabase } from '../../src-main/store/database.ts';
import { startOrderShop } from '../support/order-shop.ts';
import { unwrap } from '../support/practice-world.ts';
import { startRelayWorld } from '../support/relay-world.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const PASSWORD = 'correct-horse-battery-9';
const CARD = '4242424242424242';

/** Files and folders below a folder that others of this computer may read or enter, with their rights. */
const listOpen = (folder: string): string[] =>
  listAll(folder).flatMap((path) => {
    const { mode } = statSync(join(folder, path));
    return (mode & 0o077) === 0 ? [] : [`${path} ${(mode & 0o777).toString(8)}`];
  });

const listAll = (folder: string): string[] => ['.', ...readdirSync(folder, { recursive: true }).map(String)];

/** Which of these stand in which files, in either way that a text is kept. */
const findInFiles = (folder: string, texts: readonly string[]): string[] =>
  listAll(folder)
    .filter((path) => statSync(join(folder, path)).isFile())
    .flatMap((path) => {
      const bytes = readFileSync(join(folder, path));
      return texts
        .filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
        .map((text) => `${path}: ${text}`);
    });

// Rights are a matter of the systems that have them.
describe.skipIf(process.platform === 'win32')('S5: the data folder', () => {
  it('and all in it is its owner’s alone: data file, log, backup, rehearsal, secrets, crashes, device, locks', async () => {
    const { core, engine, dataDir } = await startRelayWorld();
    unwrap(await engine.alerts.setMailPassword(PASSWORD));
    unwrap(await engine.rehearsal.start());
    openCrashFile(dataDir).add(recordCrash(new Error('x'), { where: 'engine', atMs: 1, version: '1.0.0' }));
    openLanguageFile(dataDir).keep('de');
    expect(core.support.writeDiagnostics().length).toBeGreaterThan(0);
    expect(listAll(dataDir)).toEqual(
      expect.arrayContaining([
        ...['tillbridge.sqlite', 'tillbridge.sqlite-wal', 'tillbridge.sqlite-shm', 'secrets.sealed'],
        ...[
          'backups',
          'rehearsal',
          'crashes.json',
          'window/device.json',
          expect.stringMatching(/^backups\/\d/),
        ],
      ]),
    );
    expect(listOpen(dataDir)).toEqual([]);
  });

  it('is so from the first moment, and where a file was open before', () => {
    const folder = join(makeTemporaryFolder(), 'new');
    const db = openDatabase({ file: join(folder, 'a.sqlite'), nativeBinding: null });
    expect(listAll(folder)).toContain('a.sqlite-wal');
    expect(listOpen(folder)).toEqual([]);
    db.close();
  });
});

describe('S4 and the files', () => {
  it('after imports, orders, refusals and a lost log-in: no token, key, password or card in any file or log line', async () => {
    const shop = await startOrderShop();
    const { engine, practice, dataDir } = shop;
    const { till, store } = practice;
    unwrap(await engine.alerts.setMailPassword(PASSWORD));
    shop.order({ note: 'Ring twice' });
    await shop.settle();
    for (const token of [`${CARD}-${PASSWORD}`, `${till.token}x`])
      await engine.connections.connectTill({
        environment: 'sandbox',
        apiUrl: till.url,
        merchantId: till.merchant,
        token,
      });
    await engine.connections.connectStore({ url: store.url, key: store.key, secret: `${CARD}${PASSWORD}` });
    await shop.look();
    const secrets = [till.token, store.key, store.secret, PASSWORD, CARD, shop.secretKey];
    expect(findInFiles(dataDir, secrets)).toEqual([]);
    const { entries } = engine.records.log({ sort: 'atMs', isDescending: true, limit: 1000, offset: 0 });
    expect(entries.length).toBeGreaterThan(5);
    for (const secret of secrets) expect(JSON.stringify(entries)).not.toContain(secret);
    // It is the right folder: it has what the shop does show.
    expect(findInFiles(dataDir, [practice.tillService.merchant.name]).length).toBeGreaterThan(0);
  });
});
