import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './test/e2e/support/chromium.ts';

const chromium = findChromium();

/** `browser`: the window in Chromium, served as `npm start -- --browser` does. `electron`: the built desktop app. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: ['./test/e2e/support/build-page.ts', './test/e2e/electron/support/build-desktop.ts'],
  // More than a small machine has cores: a test waits for the kitchen's printer most of its time.
  workers: 4,
  // A busy machine may miss a deadline; what needed a second try is told at the end.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
  projects: [
    {
      name: 'browser',
      testMatch: 'browser/*.e2e.ts',
      use: {
        launchOptions: {
          args: [...CHROMIUM_ARGS],
          ...(chromium === null ? {} : { executablePath: chromium }),
        },
      },
    },
    { name: 'electron', testMatch: 'electron/*.e2e.ts' },
  ],
});
