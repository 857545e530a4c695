import { layOutTable } from './terminal/table.ts';

const FLAGS = [
  ['--browser', 'the window in your browser instead of the desktop app'],
  ['--no-open', 'in a browser, but only prints the address: for a computer without a screen'],
  ['--port NUMBER', 'in a browser, on this port of this computer; without it a free one'],
  ['--data FOLDER', 'keeps everything in this folder; one Tillbridge at a time works on it'],
  ['--safe-mode', 'everything can be read, nothing is written to the till or the store'],
  ['--help', 'this text'],
] as const;

const ENVIRONMENT = [
  ['TILLBRIDGE_SECRET_KEY', '32 bytes in base64 that seal the keys, for a computer without a keychain'],
] as const;

const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

/** What `npm start` does and takes, in lines for a terminal; null where that was not asked. */
export function findStartHelp(args: readonly string[]): readonly string[] | null {
  if (!asksForHelp(args)) return null;
  const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
  return [
    'npm start opens Tillbridge: on the desktop, or in a browser where there is no display or no Electron.',
    'Its first screen offers practice mode: a till and a store on this computer, no account needed. Ctrl-C ends it.',
    '',
    'npm start -- FLAGS',
    ...indent(layOutTable([{}, {}], FLAGS)),
    '',
    'From the environment',
    ...indent(layOutTable([{}, {}], ENVIRONMENT)),
    '',
    'See also: npm run demo (a guided tour), npm run -s cli -- help (the command line).',
  ];
}
