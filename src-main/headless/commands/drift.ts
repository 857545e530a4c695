import { answer, type Command } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { EXIT } from '../exit-code.ts';
import { cutPortion, describeRest, readPortion } from '../list-portion.ts';
import { watchForStop } from '../stop-watch.ts';
import { formatPieces } from '../terminal/figures.ts';
import { createValueFormat } from '../views/field-values.ts';
import { createDriftDocument, listDrifts } from '../views/stock-view.ts';

export const DRIFT: Command = {
  name: 'drift',
  summary: 'Reads both sides afresh and lists every difference, and why it is there.',
  isWriter: true,
  flags: {
    fix: { takes: null, meaning: 'writes what is on its way; conflicts and what is left on purpose stay' },
    ...LIST_FLAGS,
  },
  notes: ['Ends with 3 when a difference waits for a person.'],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const stop = watchForStop(context.surroundings, () => context.note('\nStopping.'));
    const found = await engine.stock
      .drift({ fix: context.input.has('fix'), signal: stop.signal })
      .finally(stop.release);
    if (!found.ok) return found;
    const { drifts: all, fixed } = found.value;
    const portion = readPortion(context);
    const drifts = cutPortion(all, portion);
    return answer({
      document: { drifts: drifts.map(createDriftDocument), total: all.length, fixed },
      lines: (paint) => [
        ...(all.length === 0
          ? [paint.green('Both sides are the same.')]
          : listDrifts(drifts, createValueFormat(engine), paint)),
        ...describeRest(drifts.length, all.length, portion, paint),
        ...(fixed > 0 ? [paint.green(`${formatPieces(fixed, 'difference')} fixed.`)] : []),
      ],
      exitCode: all.some(({ why }) => why === 'conflict') ? EXIT.needsPerson : EXIT.done,
    });
  },
};
