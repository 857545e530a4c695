import { listOptions } from '../config.ts';

const COMMANDS = [
  ['', 'starts the hub, until it is told to stop (Ctrl+C, SIGTERM)'],
  ['shop add "NAME"', 'makes a shop and its first pairing code'],
  ['shops', 'lists shops and their PCs with their ids'],
  ['pair SHOP', 'makes a one-time pairing code for one more PC of a shop'],
  ['revoke DEVICE', 'puts a PC out'],
  ['release MERCHANT', 'takes a Clover merchant (or a Clover app) from the shop that named it'],
  ['erase SHOP --yes', 'deletes a shop and everything kept of it'],
  ['migrate', 'copies the data file of a stopped hub into the database of TILLBRIDGE_HUB_DATABASE_URL'],
  ['health', 'asks the running hub how it is'],
  ['options', 'lists every option, as an example hub.env'],
  ['help', 'this page'],
] as const;

export const writeHelp = (): string =>
  [
    'The Tillbridge hub. A command follows "tillbridge-hub" on a server, "npm run hub --" in a checkout:',
    '',
    ...COMMANDS.map(([command, meaning]) => `  ${command.padEnd(20)}${meaning}`),
    '',
    'Options are environment variables; they are also read from hub.env in the working folder, or from the file',
    'that TILLBRIDGE_HUB_ENV_FILE names. A SHOP is an id or a name. Commands work while the hub runs.',
  ].join('\n');

/** Every option with its meaning, in the form of an environment file. */
export const writeOptions = (): string =>
  listOptions()
    .map(({ name, meaning, byDefault }) => `# ${meaning}\n#${name}=${byDefault}\n`)
    .join('\n');
