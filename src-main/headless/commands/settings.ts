import type { Attempt, Engine, SettingView } from '../../engine/face.ts';
import { answer, type Command, refuse } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { describeFileError } from '../file-error.ts';
import { findNearest } from '../nearest-word.ts';

export const SETTINGS: Command = {
  name: 'settings',
  summary: 'Lists all rules with value, default and meaning.',
  run: async ({ openCore }) => {
    const core = await openCore();
    if (!core.ok) return core;
    const settings = core.value.engine.settings.list();
    const listed = settings.map(({ key, value, initial, meaning, takes }) => ({
      key,
      value,
      default: initial,
      meaning,
      takes,
    }));
    return answer({
      document: { settings: listed },
      lines: (paint) =>
        settings.flatMap((setting) => [
          `${paint.cyan(setting.key)} = ${paint.bold(setting.value || '(empty)')}${describeDefault(setting)}`,
          paint.dim(`  ${setting.meaning} Takes ${setting.takes}.`),
        ]),
    });
  },
};

const describeDefault = ({ value, initial }: SettingView): string =>
  value === initial ? '' : `  (default ${initial || 'empty'})`;

export const SETTINGS_SET: Command = {
  name: 'settings set',
  summary: 'Sets one rule.',
  isWriter: true,
  arguments: [{ name: 'KEY' }, { name: 'VALUE' }],
  run: async (context) => {
    const key = context.input.argument('KEY') ?? '';
    return setValues({ [key]: context.input.argument('VALUE') ?? '' }, context);
  },
};

export const SETTINGS_LOAD: Command = {
  name: 'settings load',
  summary: 'Sets the rules that a JSON file names, all or none.',
  isWriter: true,
  arguments: [{ name: 'FILE' }],
  notes: ['The file holds {"price.mode": "markup", ...}, or what "settings --json" printed.'],
  run: async (context) => {
    const values = readValues(context.input.argument('FILE') ?? '', context);
    return values.ok ? setValues(values.value, context) : values;
  },
};

type Values = Readonly<Record<string, string>>;

async function setValues(values: Values, { openCore }: CommandContext) {
  const core = await openCore();
  if (!core.ok) return core;
  const { settings } = core.value.engine;
  const changed = settings.set(values);
  if (!changed.ok) return suggestKey(changed, settings);
  return answer({
    document: { changed: changed.value },
    lines: () => changed.value.map((key) => `${key} = ${values[key]?.trim() || '(empty)'}`),
  });
}

function suggestKey(refused: Extract<Attempt<never>, { ok: false }>, settings: Engine['settings']) {
  const { code, facts } = refused.failure;
  const keys = settings.list().map((setting) => setting.key);
  const nearest = code === 'SETTING_UNKNOWN' ? findNearest(String(facts.key), keys) : null;
  return nearest === null ? refused : refuse(code, { ...facts, nearest });
}

function readValues(file: string, { surroundings }: CommandContext): Attempt<Values> {
  try {
    const parsed: unknown = JSON.parse(surroundings.readFile(file));
    const values = readExport(parsed) ?? parsed;
    if (typeof values !== 'object' || values === null || Array.isArray(values)) {
      return refuse('SETTING_FILE_UNREADABLE', { file, detail: 'it is not one JSON object' });
    }
    return { ok: true, value: Object.fromEntries(Object.entries(values).map(writeValue)) };
  } catch (error) {
    return refuse('SETTING_FILE_UNREADABLE', { file, detail: describeFileError(error) });
  }
}

/** What `settings --json` prints, as keys and values; null for anything else. */
function readExport(parsed: unknown): object | null {
  const list = (parsed as { readonly settings?: unknown } | null)?.settings;
  if (!Array.isArray(list)) return null;
  return Object.fromEntries(list.map(({ key, value }: { key: string; value: unknown }) => [key, value]));
}

function writeValue([key, value]: [string, unknown]): [string, string] {
  if (typeof value === 'boolean') return [key, value ? 'on' : 'off'];
  return [key, typeof value === 'object' ? JSON.stringify(value) : String(value)];
}
