import type { DriftReport, Engine } from '../../engine/face.ts';
import { type Answer, answer, type Command } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { cutPortion, describeRest, readPortion } from '../list-portion.ts';
import { watchForStop } from '../stop-watch.ts';
import { createDriftDocument, type ListedDrift, listDrifts, summarizeDrifts } from '../views/drift-view.ts';
import { createValueFormat } from '../views/field-values.ts';

export const DRIFT: Command = {
  name: 'drift',
  summary: 'Reads both sides afresh and lists every difference, and why it is there.',
  isWriter: true,
  flags: {
    fix: { takes: null, meaning: 'writes what is on its way; conflicts and what is left on purpose stay' },
    ...LIST_FLAGS,
  },
  notes: [
    'With --fix both sides are read once more at the end, and what was put right is marked in the list.',
    'Ends with 3 when a difference waits for a person.',
  ],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const stop = watchForStop(context.surroundings, () => context.note('\nStopping.'));
    const found = await engine.stock
      .drift({ fix: context.input.has('fix'), signal: stop.signal })
      .finally(stop.release);
    if (!found.ok) return found;
    return answer(describeReport(found.value, engine, context));
  },
};

/** The list and its counts are of one set: what differed, with what was put right marked. */
function describeReport(report: DriftReport, engine: Engine, context: CommandContext): Answer {
  const { drifts: open, mended, fixed, braked } = report;
  const all: readonly ListedDrift[] = [
    ...mended.map((drift) => ({ ...drift, isFixed: true })),
    ...open.map((drift) => ({ ...drift, isFixed: false })),
  ];
  const portion = readPortion(context);
  const shown = cutPortion(all, portion);
  const isFix = context.input.has('fix');
  return {
    document: {
      drifts: shown.map((drift) => ({
        ...createDriftDocument(drift),
        ...(isFix ? { fixed: drift.isFixed } : {}),
      })),
      total: all.length,
      fixed,
      ...(isFix ? { braked } : {}),
    },
    lines: (paint) => [
      ...(all.length === 0
        ? [paint.green('Both sides are the same.')]
        : listDrifts(shown, createValueFormat(engine), paint)),
      ...describeRest(shown.length, all.length, portion, paint),
      ...summarizeDrifts(report, isFix, paint),
    ],
    exitCode: braked !== null || open.some(({ why }) => why === 'conflict') ? EXIT.needsPerson : EXIT.done,
  };
}
