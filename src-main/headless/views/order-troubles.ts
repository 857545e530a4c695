import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { type OrderSigns, sayPrintNothing } from '../../../src-preload/contract/order-ends.ts';
import type { Failure } from '../../domain/failure.ts';
import { cleanText } from '../terminal/display-width.ts';
import type { Palette } from '../terminal/palette.ts';

/** Sentences name the window's buttons; here a command does the same. */
const COMMANDS: readonly (readonly [button: string, command: string])[] = [
  ['Try again', 'orders retry'],
  ['Print', 'reprint'],
  ['Reprint', 'reprint'],
  ['Seen', 'orders seen'],
  ['It is already on the till', 'orders by-hand'],
];

const nameCommands = (hint: string, number: string): string =>
  COMMANDS.reduce(
    (text, [button, command]) => text.replaceAll(`choose "${button}"`, `run "${command} ${number}"`),
    hint,
  );

type Troubled = Omit<OrderSigns, 'failure'> & { readonly number: string; readonly failure: Failure | null };

/** What is wrong with those that need a person, a line each, and the command for it. */
export const describeTroubles = (flows: readonly Troubled[], paint: Palette): string[] =>
  flows.flatMap((flow) => {
    const { number, failure } = flow;
    if (failure === null) return [];
    const { message, hint } = sayPrintNothing(flow) ?? describeFailure(failure);
    const next = nameCommands(hint, number);
    return [
      `${paint.yellow(cleanText(number))}  ${cleanText(message)} ${cleanText(next)} ${paint.dim(failure.code)}`,
    ];
  });
