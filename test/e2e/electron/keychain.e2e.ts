import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasNeed, hasProgram } from '../../support/needs.ts';
import { startDesktop } from './support/desktop.ts';
import { expect, isElectronThere, test } from './support/electron-test.ts';
import { connect } from './support/import.ts';
import { addKeychain, openSession } from './support/session.ts';

const isThere =
  isElectronThere &&
  hasNeed('the keychain in the desktop app (gnome-keyring is needed)', hasProgram('gnome-keyring-daemon'));

/** No key: the keychain, or nothing. */
const NO_KEY = { TILLBRIDGE_SECRET_KEY: '' };

/** Which files under a folder have a text in them. */
function findInFiles(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')));
    });
}

test('secrets stay in the keychain: after a restart both sides still answer, and no file has a token', async ({
  home,
  openPractice,
}) => {
  test.skip(!isThere, 'there is no keychain');
  const practice = await openPractice();
  const secrets = [practice.till.token, practice.store.key, practice.store.secret];
  const session = await openSession();
  await addKeychain(session);
  const first = await startDesktop(session, home, { env: NO_KEY });
  await connect(first, practice);
  expect(findInFiles(home.dataDir, secrets)).toEqual([]);
  await first.quit();
  const next = await startDesktop(session, home, { env: NO_KEY });
  expect(await next.call('connection:test', {})).toMatchObject({
    mode: 'practice',
    reach: { till: null, store: null },
  });
  const { runId } = await next.call('plan:make', { choices: [] });
  expect(runId).toBe(1);
  await next.quit();
  expect(findInFiles(home.dataDir, secrets)).toEqual([]);
  // Nor in clear where the keychain keeps its own.
  expect(findInFiles(session.env.XDG_DATA_HOME ?? '', secrets)).toEqual([]);
  await session.close();
});

test('without a keychain a token is refused, with words that say how to mend it, and none is kept', async ({
  start,
  home,
  openPractice,
}) => {
  test.skip(process.platform !== 'linux', 'the other systems always have one');
  const practice = await openPractice();
  const { url: apiUrl, merchant: merchantId, token } = practice.till;
  const desktop = await start({ env: NO_KEY });
  const page = await desktop.page();
  const answer = await page.evaluate(
    `window.tillbridge.call('till:connect', ${JSON.stringify({ environment: 'sandbox', apiUrl, merchantId, token })})`,
  );
  expect(answer).toMatchObject({ ok: false, failure: { code: 'SECRET_NO_KEYCHAIN' } });
  const { failure } = answer as { failure: { message: string; hint: string } };
  expect(failure.message).toContain('keychain');
  expect(failure.hint).toContain('gnome-keyring');
  expect(await desktop.call('status:get', {})).toMatchObject({ mode: 'setup', till: null });
  await desktop.quit();
  expect(findInFiles(home.dataDir, [token])).toEqual([]);
});
