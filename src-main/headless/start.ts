import { homedir } from 'node:os';
import { readWindowFlags, runBrowserWindow } from './browser-window.ts';
import { EXIT } from './exit-code.ts';

// `npm start`: the window. `--browser` shows it in a browser, which is the only way where no desktop shell is.
const flags = readWindowFlags(process.argv.slice(2));
if (typeof flags === 'string') {
  process.stderr.write(
    `${flags} npm start takes --browser, --data DIR, --port N and --no-open, after two dashes.\n`,
  );
  process.exitCode = EXIT.wrongUse;
} else {
  process.exitCode = await runBrowserWindow(flags, {
    env: process.env,
    platform: process.platform,
    homeDir: homedir(),
    stdout: process.stdout,
    stderr: process.stderr,
    fetch,
    onStop: (listener) => {
      const signals = ['SIGINT', 'SIGTERM'] as const;
      for (const signal of signals) process.once(signal, listener);
      return {
        release: () => {
          for (const signal of signals) process.off(signal, listener);
        },
      };
    },
  });
}
