import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { createFailure } from '../../domain/failure.ts';
import type { Engine, HeldWrite } from '../../engine/face.ts';
import { type Answer, answer, type Command, refuse } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import type { CommandContext } from '../context.ts';
import { describeFileError } from '../file-error.ts';
import { describeRest, readPortion } from '../list-portion.ts';
import { watchForStop } from '../stop-watch.ts';
import { createPalette, hasColours } from '../terminal/palette.ts';
import { createValueFormat } from '../views/field-values.ts';
import {
  createHeldDocument,
  createRehearsalDocument,
  listHeldWrites,
  summarizeRehearsal,
} from '../views/rehearsal-view.ts';

export const REHEARSE: Command = {
  name: 'rehearse',
  summary:
    'Runs against the real till and store with every write held back, and lists what would be written.',
  isWriter: true,
  flags: {
    once: { takes: null, meaning: 'one look, and it ends; without it it goes on until Ctrl-C' },
    full: { takes: null, meaning: 'with --once: compares everything, not only what changed' },
    stop: { takes: null, meaning: 'ends the rehearsal; all that it noted is forgotten' },
    export: { takes: 'FILE.csv', meaning: 'also writes the list to a file for a spreadsheet' },
    ...LIST_FLAGS,
  },
  notes: [
    'The rehearsal stays on when the command ends, and nothing is written by any other command either, until "rehearse --stop".',
    'It works on a copy of the data file: ending it leaves everything as if it had not been.',
  ],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    if (context.input.has('stop')) return stop(engine);
    const started = await engine.rehearsal.start();
    if (!started.ok) return started;
    const looked = await look(engine, context);
    if (!looked.ok) return looked;
    const exported = exportList(engine, context);
    return exported.ok ? answer(describeList(engine, context)) : exported;
  },
};

async function stop({ rehearsal }: Engine) {
  const state = rehearsal.state();
  const document = createRehearsalDocument(state);
  if (!(await rehearsal.stop())) return refuse('REHEARSAL_OFF');
  return answer({
    document: { ...document, rehearsing: false },
    lines: (paint) => [
      ...summarizeRehearsal(state, paint),
      'The rehearsal is over. Nothing of it was kept; "run" now writes.',
    ],
  });
}

async function look({ rehearsal, ...engine }: Engine, context: CommandContext) {
  const { input, surroundings, note } = context;
  const watch = watchForStop(surroundings, () =>
    note('\nStopping. The rehearsal stays on: "rehearse --stop" ends it.'),
  );
  const { signal } = watch;
  if (input.has('once')) return rehearsal.once({ full: input.has('full'), signal }).finally(watch.release);
  note('Rehearsing: nothing is written. Ctrl-C ends the command.');
  const paint = createPalette(hasColours(surroundings.stderr, surroundings.env));
  const values = createValueFormat({ ...engine, rehearsal });
  const told = new Set<string>();
  const name = (write: HeldWrite): string => `${write.id} ${write.atMs}`;
  const tell = (): void => {
    const { writes } = rehearsal.list({ limit: 50, offset: 0 });
    const news = writes.filter((write) => !told.has(name(write)));
    for (const write of news) told.add(name(write));
    if (news.length > 0) note(listHeldWrites(news, values, paint).slice(1).join('\n'));
  };
  return rehearsal.run({ signal, onChange: tell }).finally(watch.release);
}

function exportList({ rehearsal }: Engine, { input, surroundings }: CommandContext) {
  const file = input.text('export');
  if (file === null) return answer({ document: undefined, lines: () => [] });
  try {
    surroundings.writeFile(file, rehearsal.exportCsv());
  } catch (error) {
    const why = `it cannot be written: ${describeFileError(error)}`;
    const how = 'Give a file in a folder that is there and that you may write to.';
    return refuse('USE_BAD_VALUE', { name: `The file ${file}`, why, how });
  }
  return answer({ document: undefined, lines: () => [] });
}

function describeList(engine: Engine, context: CommandContext): Answer {
  const { rehearsal } = engine;
  const portion = readPortion(context);
  const { writes, total } = rehearsal.list(portion);
  const state = rehearsal.state();
  return {
    document: { ...createRehearsalDocument(state), writes: writes.map(createHeldDocument), total },
    lines: (paint) => [
      ...(writes.length === 0 ? [] : listHeldWrites(writes, createValueFormat(engine), paint)),
      ...describeRest(writes.length, total, portion, paint),
      ...summarizeRehearsal(state, paint),
      describeFailure(createFailure('REHEARSAL_ON')).hint,
    ],
  };
}
