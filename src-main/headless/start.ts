import { runAppOrBrowser } from './app-window.ts';
import { readWindowFlags } from './browser-window.ts';
import { EXIT } from './exit-code.ts';
import { createMachineSurroundings } from './machine-surroundings.ts';

// `npm start`: the app, on the desktop or in a browser.
const flags = readWindowFlags(process.argv.slice(2));
if (typeof flags === 'string') {
  process.stderr.write(`${flags} Flags: --browser, --data FOLDER, --port NUMBER, --no-open.\n`);
  process.exitCode = EXIT.wrongUse;
} else {
  process.exitCode = await runAppOrBrowser(flags, createMachineSurroundings());
}
