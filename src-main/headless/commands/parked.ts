import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { ParkedRow } from '../../engine/face.ts';
import { answer, type Command, refuse } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { describeRest, readPortion } from '../list-portion.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatIso, formatPieces, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { describeHolder } from '../views/holder-view.ts';

const ALL = 'all';
const WHAT = `ID|PRODUCT|${ALL}`;
/** More are not listed at once; whoever has more retries all of them. */
const MOST_ROWS = 1000;

export const PARKED: Command = {
  name: 'parked',
  summary: 'Lists what was refused and set aside, with the reason and what to do.',
  flags: LIST_FLAGS,
  notes: ['"parked retry" tries them again.'],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const portion = readPortion(context);
    const { engine } = core.value;
    const { rows, total } = engine.parked.list(portion.limit, portion.offset);
    return answer({
      document: { parked: rows.map(createParkedDocument) },
      lines: (paint) =>
        rows.length === 0
          ? ['Nothing is set aside.']
          : [
              ...rows.flatMap((row) => describeParked(row, paint)),
              ...describeRest(rows.length, total, portion, paint),
              `When the cause is mended: ${paint.bold(`parked retry ${WHAT}`)}`,
              ...describeHolder(engine.sync.state(), paint),
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
  arguments: [{ name: WHAT }],
  notes: ['A product is named by its name, its SKU or its id on either side.'],
  run: async ({ input, openCore }) => {
    const what = input.argument(WHAT) ?? '';
    const core = await openCore();
    if (!core.ok) return core;
    const { parked } = core.value.engine;
    const found = findRows(parked.list(MOST_ROWS, 0).rows, what);
    if (found.length > 1)
      return refuse('USE_AMBIGUOUS_PRODUCT', {
        product: what,
        matches: found.map(({ id, name }) => `${name} (${id})`).join(', '),
      });
    const retried = parked.retry(what === ALL ? ALL : found.map(({ id }) => id));
    if (retried === 0 && what !== ALL) return refuseRow('nothing of this number or name is set aside', what);
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

/** By the row's own number first. */
function findRows(rows: readonly ParkedRow[], what: string): readonly ParkedRow[] {
  const text = what.trim().toLowerCase();
  if (text === '' || text === ALL) return [];
  const numbered = rows.filter(({ id }) => String(id) === text);
  if (numbered.length > 0) return numbered;
  return rows.filter(({ name, sku, cloverId, wooId }) =>
    [name, sku, cloverId ?? '', String(wooId ?? '')].some((one) => one.trim().toLowerCase() === text),
  );
}

const refuseRow = (why: string, what: string) =>
  refuse('USE_BAD_VALUE', {
    name: `"${what}"`,
    why,
    how: 'The command "parked" lists them with their numbers.',
  });
