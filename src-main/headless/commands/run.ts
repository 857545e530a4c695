import type { Engine, SyncEvent, SyncResult } from '../../engine/face.ts';
import { answer, type Command, refuse } from '../command.ts';
import { PROGRESS_FLAG } from '../command-rules.ts';
import type { CommandContext } from '../context.ts';
import { watchForStop } from '../stop-watch.ts';
import { formatTime } from '../terminal/figures.ts';
import { createPalette, hasColours } from '../terminal/palette.ts';
import { createValueFormat } from '../views/field-values.ts';
import { createEventDocument, describeEvent } from '../views/sync-view.ts';

export const RUN: Command = {
  name: 'run',
  summary: 'Keeps both sides in step until it is stopped (Ctrl-C or SIGTERM).',
  isWriter: true,
  flags: PROGRESS_FLAG,
  notes: [
    'With --json one line of JSON for each event: started, synced, side, paused, stopped.',
    'A side that does not answer is no end: its changes wait, and it is asked again. Ends with 4 when a side is not connected at all.',
    'poll.fastestSeconds and reconcile.everyMinutes say how often it looks.',
  ],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const absent = findAbsent(engine);
    if (absent) return absent;
    const stop = watchForStop(context.surroundings, () =>
      context.note('\nStopping: what is on its way arrives first. Ctrl-C again ends at once.'),
    );
    await engine.sync
      .run({ signal: stop.signal, onEvent: createTeller(context, engine) })
      .finally(stop.release);
    return answer({ document: undefined, lines: () => [] });
  },
};

function findAbsent({ connections }: Engine) {
  if (!connections.readTill()) return refuse('CLOVER_NOT_CONNECTED');
  return connections.readStore() ? null : refuse('WOO_NOT_CONNECTED');
}

/** Says each event as it comes: a JSON line for scripts, a line with its time for people. */
function createTeller(
  { surroundings, isJson, input, note }: CommandContext,
  engine: Engine,
): (event: SyncEvent) => void {
  const { clock, stdout, env } = surroundings;
  const paint = createPalette(hasColours(stdout, env));
  const { money } = createValueFormat(engine);
  let before: SyncResult | null = null;
  return (event) => {
    const atMs = clock.nowMs();
    const said = describeEvent(event, before, money, paint);
    if (event.kind === 'synced') before = event.result;
    const line = said === null ? null : `${formatTime(atMs)}  ${said}`;
    if (isJson) stdout.write(`${JSON.stringify(createEventDocument(event, atMs))}\n`);
    if (line === null) return;
    if (!isJson) stdout.write(`${line}\n`);
    else if (input.has('progress')) note(line);
  };
}
