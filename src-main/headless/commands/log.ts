import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { Attempt } from '../../engine/face.ts';
import type { JournalEntry, LogLevel } from '../../engine/ledger-ports.ts';
import { answer, type Command, refuse } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { MOMENT_FORMS, readMoment } from '../moment.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatIso, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { layOutTable } from '../terminal/table.ts';

const ROWS_FOR_PEOPLE = 50;
const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

export const LOG: Command = {
  name: 'log',
  summary: 'Lists what happened, newest first.',
  flags: {
    since: {
      takes: 'TIME',
      meaning: 'from then on: a time such as 2026-11-21T08:00Z, or a span such as 30m, 2h, 7d',
    },
    level: { takes: 'LEVEL', meaning: 'only entries of this level', choices: LEVELS },
    ...LIST_FLAGS,
  },
  run: async ({ input, isJson, openCore, surroundings }) => {
    const since = readSince(input.text('since'), surroundings.clock.nowMs());
    if (!since.ok) return since;
    const core = await openCore();
    if (!core.ok) return core;
    const level = input.text('level');
    const entries = core.value.engine.log({
      ...(since.value === null ? {} : { sinceMs: since.value }),
      ...(level === null ? {} : { level: level as LogLevel }),
      limit: input.count('limit') ?? (isJson ? Number.MAX_SAFE_INTEGER : ROWS_FOR_PEOPLE),
      offset: input.count('offset') ?? 0,
    });
    return answer({
      document: { entries: entries.map(describeEntry) },
      lines: (paint) => (entries.length === 0 ? ['There is nothing.'] : listEntries(entries, paint)),
    });
  },
};

function readSince(text: string | null, nowMs: number): Attempt<number | null> {
  const atMs = text === null ? null : readMoment(text, nowMs, 'past');
  if (text === null || atMs !== null) return { ok: true, value: atMs };
  return refuse('USE_BAD_VALUE', { name: '--since', why: `it takes ${MOMENT_FORMS}, not "${text}"` });
}

/** What happened; of a refusal why, what to do, and its code. */
function tellMessage({ message, failure }: JournalEntry): string {
  if (!failure) return message;
  const told = describeFailure(failure);
  return `${told.message} ${told.hint} ${told.code}`;
}

const describeEntry = (entry: JournalEntry) => {
  const { id, atMs, level, action, side, entity, runId, failure } = entry;
  return {
    id,
    at: formatIso(atMs),
    level,
    action,
    side,
    entity,
    message: tellMessage(entry),
    code: failure?.code ?? null,
    run: runId,
  };
};

function listEntries(entries: readonly JournalEntry[], paint: Palette): string[] {
  const colours: Readonly<Record<LogLevel, (text: string) => string>> = {
    debug: paint.dim,
    info: (text) => text,
    warn: paint.yellow,
    error: paint.red,
  };
  return layOutTable(
    [{}, {}, {}, {}],
    entries.map((entry) => [
      formatTime(entry.atMs),
      colours[entry.level](entry.level),
      `${entry.action} ${entry.side}`,
      `${cleanText(entry.entity)}: ${cleanText(tellMessage(entry))}`,
    ]),
  );
}
