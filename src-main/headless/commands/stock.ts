import type { StockWord } from '../../engine/face.ts';
import { applyRun } from '../apply-run.ts';
import { obtainApproval } from '../approval.ts';
import { answer, type Command, refuse } from '../command.ts';
import { LIST_FLAGS, PROGRESS_FLAG, YES_FLAG } from '../command-rules.ts';
import type { CommandContext } from '../context.ts';
import { describeFileError } from '../file-error.ts';
import { describeRest, readPortion } from '../list-portion.ts';
import { formatPieces } from '../terminal/figures.ts';
import { describeCounts, isIdle } from '../views/plan-view.ts';
import { countStock, createStockDocument, listStock, STOCK_WORDS } from '../views/stock-view.ts';
import { describeWarnings } from '../views/warning-view.ts';
import { askToApply } from './apply.ts';

export const STOCK: Command = {
  name: 'stock',
  summary: 'Lists the counts of both sides; conflicts, oversold, out and low first.',
  flags: {
    status: { takes: 'STATUS', meaning: 'only those in this state', choices: STOCK_WORDS },
    ...LIST_FLAGS,
  },
  notes: [
    'The counts are those last agreed, of a conflict what each side has; "drift" reads both sides afresh. A threshold with * is the product’s own.',
    'See also "stock export" and "stock import".',
  ],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const portion = readPortion(context);
    const word = context.input.text('status') as StockWord | null;
    const { stock } = core.value.engine;
    const { rows, total, counts } = stock.list({ ...(word === null ? {} : { word }), ...portion });
    return answer({
      document: { stock: rows.map(createStockDocument), total, counts },
      lines: (paint) =>
        rows.length === 0
          ? ['There are none.']
          : [
              paint.bold(countStock(counts)),
              ...listStock(rows, paint),
              ...describeRest(rows.length, total, portion, paint),
            ],
    });
  },
};

export const STOCK_EXPORT: Command = {
  name: 'stock export',
  summary: 'Writes the counts of both sides to a CSV file for a spreadsheet.',
  arguments: [{ name: 'FILE.csv' }],
  notes: [
    'Change "Till stock" or "Store stock" in the spreadsheet, save it as CSV and give it to "stock import".',
  ],
  run: async ({ input, openCore, surroundings }) => {
    const core = await openCore();
    if (!core.ok) return core;
    const { stock } = core.value.engine;
    const file = input.argument('FILE.csv') ?? '';
    try {
      surroundings.writeFile(file, stock.exportCsv());
    } catch (error) {
      return refuse('USE_BAD_VALUE', {
        name: `The file ${file}`,
        why: `it cannot be written: ${describeFileError(error)}`,
        how: 'Give a file in a folder that is there and that you may write to.',
      });
    }
    const { total } = stock.list({ limit: 0, offset: 0 });
    return answer({
      document: { file, rows: total },
      lines: () => [`${formatPieces(total, 'product')} written to ${file}.`],
    });
  },
};

export const STOCK_IMPORT: Command = {
  name: 'stock import',
  summary: 'Plans and applies the counts of a CSV file, on both sides.',
  isWriter: true,
  arguments: [{ name: 'FILE.csv' }],
  flags: { ...YES_FLAG, ...PROGRESS_FLAG },
  notes: [
    'Commas, semicolons or tabs; products by Clover id, WooCommerce id or SKU; an empty count stays as it is.',
    'A file with a line that cannot be read is refused as a whole, with its lines. Ends as "apply" does; "undo RUN" puts the counts back.',
  ],
  run: importStock,
};

async function importStock(context: CommandContext) {
  const { input, surroundings, paint } = context;
  const file = input.argument('FILE.csv') ?? '';
  let text: string;
  try {
    text = surroundings.readFile(file);
  } catch (error) {
    const why = `it cannot be read: ${describeFileError(error)}`;
    return refuse('USE_BAD_VALUE', { name: `The file ${file}`, why, how: 'Give a file that is there.' });
  }
  const core = await context.openCore();
  if (!core.ok) return core;
  const { engine } = core.value;
  const plan = engine.stock.planCsv(text);
  if (!plan.ok) return plan;
  const { runId, counts, obstacle, brake, warnings } = plan.value;
  if (obstacle) return { ok: false as const, failure: obstacle };
  const told = [...describeCounts(plan.value, paint), ...describeWarnings(warnings, paint)];
  context.note([`Plan ${runId}`, ...told].join('\n'));
  // Nothing to write needs nobody's word; a braked plan waits for "approve" in any case.
  if (!brake && !isIdle(plan.value)) {
    const how = `Look at plan ${runId}, then say "apply ${runId} --yes".`;
    const approved = await obtainApproval(askToApply({ id: runId, counts }), how, context);
    if (!approved.ok) return approved;
  }
  return applyRun(runId, engine, context);
}
