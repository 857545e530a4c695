import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { ParkedRow } from '../../engine/face.ts';
import { answer, type Command, refuse } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { describeRest, readPortion } from '../list-portion.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatIso, formatPieces, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';

const ALL = 'all';

export const PARKED: Command = {
  name: 'parked',
  summary: 'Lists what was refused and set aside, with the reason and what to do.',
  flags: LIST_FLAGS,
  notes: ['"parked retry" tries them again.'],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const portion = readPortion(context);
    const { rows, total } = core.value.engine.parked.list(portion.limit, portion.offset);
    return answer({
      document: { parked: rows.map(createParkedDocument) },
      lines: (paint) =>
        rows.length === 0
          ? ['Nothing is set aside.']
          : [
              ...rows.flatMap((row) => describeParked(row, paint)),
              ...describeRest(rows.length, total, portion, paint),
              `When the cause is mended: ${paint.bold(`parked retry ID|${ALL}`)}`,
            ],
    });
  },
};

function createParkedDocument({ id, runId, name, cloverId, wooId, failure, atMs }: ParkedRow) {
  const { code, message, hint } = describeFailure(failure);
  return { id, run: runId, name, cloverId, wooId, code, reason: message, hint, at: formatIso(atMs) };
}

function describeParked({ id, name, failure, atMs }: ParkedRow, paint: Palette): string[] {
  const { code, message, hint } = describeFailure(failure);
  return [
    `${id}  ${paint.red(cleanText(name))}  ${formatTime(atMs)}`,
    `    ${cleanText(message)} ${cleanText(hint)} ${paint.dim(code)}`,
  ];
}

export const PARKED_RETRY: Command = {
  name: 'parked retry',
  summary: 'Looks at one product that was set aside, or all, again in the next look.',
  isWriter: true,
  arguments: [{ name: `ID|${ALL}` }],
  run: async ({ input, openCore }) => {
    const what = input.argument(`ID|${ALL}`) ?? '';
    if (what !== ALL && !/^[1-9]\d{0,14}$/.test(what))
      return refuseRow(`it takes a number or "${ALL}"`, what);
    const core = await openCore();
    if (!core.ok) return core;
    const retried = core.value.engine.parked.retry(what === ALL ? ALL : [Number(what)]);
    if (retried === 0 && what !== ALL) return refuseRow('nothing with this number is set aside', what);
    return answer({
      document: { retried },
      lines: (paint) => [
        retried === 0
          ? 'Nothing was set aside.'
          : `${formatPieces(retried, 'product is', 'products are')} looked at again: ${paint.bold('sync --once')}`,
      ],
    });
  },
};

const refuseRow = (why: string, what: string) =>
  refuse('USE_BAD_VALUE', {
    name: `"${what}"`,
    why,
    how: 'The command "parked" lists them with their numbers.',
  });
