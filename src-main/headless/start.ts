import { runAppOrBrowser } from './app-window.ts';
import { readWindowFlags } from './browser-window.ts';
import { EXIT } from './exit-code.ts';
import { createMachineSurroundings } from './machine-surroundings.ts';
import { findStartHelp } from './start-help.ts';

// `npm start`: the app, on the desktop or in a browser.
const args = process.argv.slice(2);
const help = findStartHelp(args);
const flags = readWindowFlags(help === null ? args : []);
if (help !== null) {
  process.stdout.write(`${help.join('\n')}\n`);
} else if (typeof flags === 'string') {
  process.stderr.write(`${flags} "npm start -- --help" says what there is.\n`);
  process.exitCode = EXIT.wrongUse;
} else {
  process.exitCode = await runAppOrBrowser(flags, createMachineSurroundings());
}
