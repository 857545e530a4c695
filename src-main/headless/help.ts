import type { Answer } from './command.ts';
import { type CommandRules, describeUsage, GLOBAL_FLAGS } from './command-rules.ts';
import { cutText } from './terminal/display-width.ts';
import type { Palette } from './terminal/palette.ts';
import { layOutTable } from './terminal/table.ts';

const EXIT_CODES = [
  ['0', 'done'],
  ['1', 'failed'],
  ['2', 'wrong use'],
  ['3', 'needs a person: a conflict, a brake, an approval'],
  ['4', 'not connected'],
  ['5', 'another Tillbridge is at work on the data folder'],
] as const;

const SECRETS = [
  ['TILLBRIDGE_CLOVER_TOKEN', 'API token of the till'],
  ['TILLBRIDGE_WOO_KEY', 'consumer key of the store'],
  ['TILLBRIDGE_WOO_SECRET', 'consumer secret of the store'],
  ['TILLBRIDGE_SECRET_KEY', '32 bytes in base64, for a computer without a keychain'],
] as const;

const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));

/** `help`: every command in one line. */
export function describeCommands(commands: readonly CommandRules[]): Answer {
  const list = commands.map(({ name, summary }) => ({ name, summary }));
  const lines = (paint: Palette): string[] => [
    `${paint.bold('Tillbridge')} keeps a Clover till and a WooCommerce store in step.`,
    '',
    paint.bold('Commands'),
    ...indent(
      layOutTable(
        [{}, {}],
        list.map(({ name, summary }) => [paint.cyan(name), cutText(summary, 84)]),
      ),
    ),
    '',
    paint.bold('For every command'),
    ...describeFlags(GLOBAL_FLAGS, paint),
    '',
    paint.bold('Secrets come from the environment, or are asked for'),
    ...indent(layOutTable([{}, {}], SECRETS)),
    '',
    paint.bold('Exit codes'),
    ...indent(layOutTable([{}, {}], EXIT_CODES)),
    '',
    'help COMMAND says more about one.',
  ];
  return { document: { commands: list }, lines };
}

/** `help COMMAND`: one command, or a family such as both kinds of `connect`. */
export function describeCommand(commands: readonly CommandRules[]): Answer {
  const described = commands.map((command) => ({
    name: command.name,
    summary: command.summary,
    usage: describeUsage(command),
    flags: command.flags ?? {},
    notes: command.notes ?? [],
  }));
  const lines = (paint: Palette): string[] =>
    described.flatMap(({ summary, usage, flags, notes }, at) => [
      ...(at === 0 ? [] : ['']),
      paint.bold(usage),
      `  ${summary}`,
      ...(Object.keys(flags).length === 0 ? [] : ['', ...describeFlags(flags, paint)]),
      ...notes.flatMap((note) => ['', `  ${note}`]),
    ]);
  return { document: described.length === 1 ? described[0] : { commands: described }, lines };
}

function describeFlags(flags: CommandRules['flags'] & object, paint: Palette): string[] {
  const rows = Object.entries(flags).map(([name, { takes, meaning, choices }]) => {
    const value = takes === null ? '' : ` ${choices?.join('|') ?? takes}`;
    return [paint.cyan(`--${name}${value}`), meaning];
  });
  return indent(layOutTable([{}, {}], rows));
}
