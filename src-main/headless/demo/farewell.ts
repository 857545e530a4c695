import type { Practice } from '../../boot/practice.ts';
import type { Palette } from '../terminal/palette.ts';

/** What to try while the practice servers are still up. */
export function describeNextSteps(
  practice: Practice,
  dataDir: string,
  secretKey: string,
  paint: Palette,
): string[] {
  const cli = `npm run -s cli -- --data ${dataDir}`;
  return [
    '',
    paint.bold(paint.cyan('It is yours until Ctrl-C')),
    `  Till ${practice.till.url} and store ${practice.store.url} stay up, and the same data opens in the window:`,
    '  change a price under "Play the staff", press Sync now, approve, look why, undo.',
    '',
    '  Or in another terminal:',
    `  export TILLBRIDGE_SECRET_KEY=${secretKey}`,
    `  ${cli} status`,
    `  ${cli} staff till edit hawaiian_l --price 17.25`,
    `  ${cli} why hawaiian_l price`,
    '',
  ];
}

/** What to try when the demonstration has ended. */
export const describeOwnTry = (paint: Palette): string[] => [
  '',
  paint.bold(paint.cyan('Try it yourself')),
  '  npm start                         opens the window; practice mode is its first choice',
  '  npm run -s cli -- practice        starts a till and a store to play with',
  '  npm run -s cli -- help            lists every command',
  '',
];
