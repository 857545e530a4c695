import { test as base } from '@playwright/test';
import { findElectron } from '../../../../src-main/headless/electron-app.ts';
import type { Practice, PracticeOptions } from '../../../../src-practice/practice.ts';
import { hasNeed, sayNotTested } from '../../../support/needs.ts';
import { openShop } from '../../support/shop.ts';
import { type Desktop, type Home, makeHome, ROOT, type StartOptions, startDesktop } from './desktop.ts';
import { findMissingProgram, openSession, type Session } from './session.ts';

export { expect } from '@playwright/test';

interface TestFixtures {
  /** Leaves the test out where the app cannot run. */
  readonly leaveOut: undefined;
  readonly home: Home;
  /** Starts the app on the test's data folder, as often as wanted; the last one is quit when the test is over. */
  readonly start: (options?: StartOptions) => Promise<Desktop>;
  /** A practice till and store outside the app, which outlive it. */
  readonly openPractice: (options?: Partial<PracticeOptions>) => Promise<Practice>;
}

interface WorkerFixtures {
  readonly session: Session;
}

const missing = findMissingProgram();
/** False: the tests of the desktop app are left out, and one line says so. */
export const isElectronThere =
  findElectron(ROOT, process) === null
    ? sayNotTested('the desktop app (its Electron has not been downloaded)')
    : hasNeed(`the desktop app (${missing ?? ''})`, missing === null);

/** Where every test is left out. */
const NO_SESSION: Session = {
  env: {},
  start: () => {
    throw new Error('There is no session here.');
  },
  close: () => Promise.resolve(),
};

/** A test of the built app in a real Electron, in a session of its own: screen, bus, no keychain. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  session: [
    // biome-ignore lint/correctness/noEmptyPattern: the form in which Playwright takes a fixture that needs no other
    async ({}, use) => {
      const session = isElectronThere ? await openSession() : NO_SESSION;
      await use(session);
      await session.close();
    },
    { scope: 'worker' },
  ],
  leaveOut: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use, { skip }) => {
      skip(!isElectronThere, 'there is no Electron, or no screen for it');
      await use(undefined);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  home: async ({}, use) => {
    const home = makeHome();
    await use(home);
    home.remove();
  },
  start: async ({ session, home }, use) => {
    const started: Desktop[] = [];
    await use(async (options) => {
      const desktop = await startDesktop(session, home, options);
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await desktop.quit();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  openPractice: async ({}, use) => {
    const open: Practice[] = [];
    await use(async (options) => {
      const practice = await openShop(options);
      open.push(practice);
      return practice;
    });
    for (const practice of open) await practice.close();
  },
});
