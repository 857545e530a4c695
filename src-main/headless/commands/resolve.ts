import { FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { FieldName, FieldValue } from '../../domain/fields.ts';
import type { Attempt, ConflictView, Engine } from '../../engine/face.ts';
import { type Answer, answer, type Command, refuse } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { readFieldValue } from '../field-input.ts';
import { missArgument } from '../parse-input.ts';
import { stampConflict } from '../seen-stamp.ts';
import { PLACE_OF_SIDE, readSide, SERVICE_OF_SIDE, SIDE_WORDS } from '../side-words.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatPieces } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { createValueFormat, nameField } from '../views/field-values.ts';

const VALUE = 'value';

export const RESOLVE: Command = {
  name: 'resolve',
  summary: 'Settles one conflict, or all of a field; the next look carries it out.',
  isWriter: true,
  arguments: [
    { name: 'ID', isOptional: true, least: 1 },
    { name: 'V', isOptional: true },
  ],
  flags: {
    take: {
      takes: 'WHAT',
      meaning: 'whose value holds on both sides, or one of your own',
      choices: [...SIDE_WORDS, VALUE],
      isRequired: true,
    },
    seen: {
      takes: 'STAMP',
      meaning: 'the stamp that "conflicts" showed: refused where a side moved since',
    },
    field: {
      takes: 'FIELD',
      meaning: 'with --all: which field’s conflicts',
      choices: Object.keys(FIELD_WORDS),
    },
    all: { takes: null, meaning: 'every open conflict of the field' },
    always: { takes: null, meaning: 'with --all: later ones too; "rules" shows and removes such rules' },
  },
  notes: [
    'One: resolve ID --take till, resolve ID --take store, or resolve ID --take value V. A price is written with all its decimals (12.50), a stock in pieces, an availability as on, hidden or off.',
    'Many: resolve --field price --take till --all.',
    'With --seen STAMP an answer holds only for the values that "conflicts" showed with that stamp; without it, for those of now, which are shown. If a side moves before it is carried out, the conflict stays open with the new values.',
  ],
  run: async (context) => (context.input.has('all') ? resolveAll(context) : resolveOne(context)),
};

async function resolveOne(context: CommandContext): Promise<Attempt<Answer>> {
  const { input } = context;
  const id = input.argument('ID');
  if (id === null) return missArgument(input.command, 'ID, or --field with --all');
  const misplaced = ['always', 'field'].find((flag) => input.has(flag));
  if (misplaced !== undefined) return refuseTogether(`--${misplaced}`, 'it goes with --all only');
  const take = input.text('take') ?? '';
  const text = input.argument('V');
  if (take === VALUE && text === null) return missArgument(input.command, 'the value after --take value');
  if (take !== VALUE && text !== null)
    return refuseTogether(`"${text}"`, `with --take ${take} there is no value to give`);
  const core = await context.openCore();
  if (!core.ok) return core;
  const { engine } = core.value;
  const conflict = findConflict(engine, Number(id));
  if (!conflict) return refuse('USE_UNKNOWN_CONFLICT', { conflict: id });
  const stamp = input.text('seen');
  if (stamp !== null && stamp !== stampConflict(conflict)) {
    context.note(tellValues(conflict, engine).join('\n'));
    return refuse('CONFLICT_STALE', { product: conflict.name, field: nameField(conflict.field) });
  }
  const value = readValue(conflict, take, text, engine);
  if (!value.ok) return value;
  const resolved = engine.conflicts.resolve({
    id: conflict.id,
    take: take === VALUE ? VALUE : readSide(take),
    ...(take === VALUE ? { value: value.value } : {}),
    // Only what a person says they saw is given as seen.
    ...(stamp === null ? {} : { seen: { till: conflict.till, store: conflict.store } }),
  });
  return resolved.ok ? answer(describeDecision(conflict, take, value.value, engine)) : resolved;
}

/** The three values as they are now. */
function tellValues({ name, field, base, till, store }: ConflictView, engine: Engine): string[] {
  const { format } = createValueFormat(engine);
  return [
    `${cleanText(name)}, ${nameField(field)}:`,
    `  was ${format(field, base)}, on the till ${format(field, till)}, in the store ${format(field, store)}`,
  ];
}

const findConflict = (engine: Engine, id: number): ConflictView | undefined =>
  engine.conflicts.list({ limit: Number.MAX_SAFE_INTEGER, offset: 0 }).conflicts.find((it) => it.id === id);

/** What both sides are to have, in the till's terms where a person typed it. */
function readValue(
  conflict: ConflictView,
  take: string,
  text: string | null,
  engine: Engine,
): Attempt<FieldValue> {
  if (take !== VALUE) return { ok: true, value: conflict[readSide(take)] };
  return readFieldValue(
    conflict.field,
    text ?? '',
    engine.connections.readTill()?.merchant.currency ?? 'USD',
  );
}

function describeDecision(conflict: ConflictView, take: string, value: FieldValue, engine: Engine): Answer {
  const { id, field, base, till, store } = conflict;
  return {
    document: {
      resolved: 1,
      id,
      field,
      take: take === VALUE ? VALUE : SERVICE_OF_SIDE[readSide(take)],
      value,
      base,
      clover: till,
      woo: store,
    },
    lines: (paint) => {
      const { format } = createValueFormat(engine);
      const effects = (['till', 'store'] as const)
        .filter((side) => (take === VALUE ? true : side !== readSide(take)))
        .map((side) => {
          const before = format(field, side === 'till' ? till : store);
          return `  ${PLACE_OF_SIDE[side]}: ${before} -> ${format(field, value)}`;
        });
      return [...tellValues(conflict, engine), ...effects, describeNext(paint)];
    },
  };
}

const describeNext = (paint: Palette): string =>
  `The next look carries it out: ${paint.bold('sync --once')}, or "run" where it goes on.`;

async function resolveAll(context: CommandContext): Promise<Attempt<Answer>> {
  const { input } = context;
  const field = input.text('field') as FieldName | null;
  const take = input.text('take') ?? '';
  if (field === null) return missArgument(input.command, '--field with --all');
  if (input.argument('ID') !== null)
    return refuseTogether(`"${input.argument('ID')}"`, '--all settles every conflict of the field');
  if (take === VALUE) return refuseTogether('--take value', 'with --all it takes till | store');
  if (input.has('seen')) return refuseTogether('--seen', 'it goes with one conflict only');
  const core = await context.openCore();
  if (!core.ok) return core;
  const always = input.has('always');
  const side = readSide(take);
  const resolved = core.value.engine.conflicts.resolveAll({ field, take: side, always });
  if (!resolved.ok) return resolved;
  return answer({
    document: { resolved: resolved.value, field, take: side, always },
    lines: (paint) => [
      `${formatPieces(resolved.value, 'conflict')} of ${nameField(field)} settled: the ${side}’s value holds.`,
      ...(always ? [`From now on the ${side} decides by itself; "rules remove ${field}" ends that.`] : []),
      ...(resolved.value > 0 ? [describeNext(paint)] : []),
    ],
  });
}

const refuseTogether = (name: string, why: string) => refuse('USE_BAD_VALUE', { name, why });
