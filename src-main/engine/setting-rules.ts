import { createFailure, type Failure } from '../domain/failure.ts';
import { findClash } from '../domain/setting-clash.ts';
import {
  completeSettings,
  isSettingKey,
  SETTING_DEFINITIONS,
  type SettingDefinition,
  type SettingKey,
} from '../domain/settings.ts';
import { RULES_MARK } from './cursors.ts';
import { fail, type SettingRules, succeed } from './face.ts';
import type { Ledger } from './ledger-ports.ts';
import type { Clock } from './ports.ts';

/** The merchant's rules, kept in the data file; a wrong key or value is refused by name and changes nothing. */
export function createSettingRules(ledger: Ledger, clock: Clock, onSet: () => void): SettingRules {
  return {
    list: () => {
      const settings = completeSettings(ledger.settings.all());
      return (Object.entries(SETTING_DEFINITIONS) as [SettingKey, SettingDefinition][]).map(
        ([key, definition]) => ({
          key,
          value: settings[key],
          initial: definition.initial,
          meaning: definition.meaning,
          takes: definition.takes,
        }),
      );
    },
    set: (values) => {
      const accepted: Accepted[] = [];
      for (const [key, value] of Object.entries(values)) {
        if (!isSettingKey(key)) return fail(createFailure('SETTING_UNKNOWN', { key }));
        const definition: SettingDefinition = SETTING_DEFINITIONS[key];
        const kept = definition.accept(value);
        if (kept === null)
          return fail(createFailure('SETTING_REFUSED', { key, value, takes: definition.takes }));
        accepted.push([key, kept, definition]);
      }
      const clash = findClashOf(accepted, ledger);
      if (clash) return fail(clash);
      ledger.transaction(() => {
        if (isRuleOfAll(accepted, ledger)) ledger.meta.put(RULES_MARK, 'yes');
        for (const [key, value, { isPersonal }] of accepted) {
          ledger.settings.put(key, value);
          const entry = {
            atMs: clock.nowMs(),
            level: 'info' as const,
            action: 'setting',
            side: 'app',
            entity: key,
          };
          ledger.journal.add({ ...entry, message: isPersonal ? 'changed' : `set to ${value}`, runId: null });
        }
      });
      onSet();
      return succeed(accepted.map(([key]) => key));
    },
  };
}

/** What these say goes for every product at once, so that everything has to be compared anew. */
const RULES_OF_ALL = [
  'price.',
  'sync.field.',
  'sync.direction',
  'sync.addOns',
  'stock.enabled',
  'stock.outOfStock',
];

function isRuleOfAll(accepted: readonly Accepted[], { settings }: Pick<Ledger, 'settings'>): boolean {
  const before = completeSettings(settings.all());
  return accepted.some(
    ([key, value]) => before[key] !== value && RULES_OF_ALL.some((rule) => key.startsWith(rule)),
  );
}

type Accepted = readonly [SettingKey, string, SettingDefinition];

function findClashOf(accepted: readonly Accepted[], { settings }: Pick<Ledger, 'settings'>): Failure | null {
  const next = new Map(settings.all());
  for (const [key, value] of accepted) next.set(key, value);
  return findClash(
    completeSettings(next),
    accepted.map(([key]) => key),
  );
}
