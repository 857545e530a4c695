import { planGroups } from '../../modifier-adapters/planned-group.ts';
import { describeModifierGroups } from '../../modifier-groups.ts';
import { splitWords } from '../../name-fold.ts';
import type { TillModifier, TillModifierGroup } from '../../till-catalog.ts';
import { keyName } from './name-key.ts';

export interface Candidate {
  readonly modifier: TillModifier;
  readonly group: TillModifierGroup;
}

/** What something may be called, the surest names first. */
type Names = readonly (readonly string[])[];
interface Named<T> {
  readonly thing: T;
  readonly names: Names;
}

/** Finds the modifiers of one item's groups by id and by name. */
export interface ModifierIndex {
  findById(modifierId: string): Candidate | null;
  /** By id, else by name: all groups of that name; none where no group has it. */
  findGroups(groupId: string | null, name: string): readonly TillModifierGroup[];
  /** null where none or several have the label. */
  findByLabel(label: string, groups: readonly TillModifierGroup[]): Candidate | null;
}

const LONGEST_LABEL = 500;

export function indexModifiers(
  groups: readonly TillModifierGroup[],
  formerNames: ReadonlyMap<string, readonly string[]>,
): ModifierIndex {
  const byId = new Map(groups.map((group) => [group.id as string, group]));
  const metas = describeModifierGroups(
    groups.map(({ id }) => id),
    { modifierGroups: new Map(groups.map((group) => [group.id, group])) },
  );
  const candidates: Named<Candidate>[] = [];
  const named: Named<TillModifierGroup>[] = [];
  for (const planned of planGroups(metas)) {
    const group = byId.get(planned.meta.id);
    if (!group) continue;
    named.push({ thing: group, names: listNames(planned.name, group.name, formerNames.get(group.id)) });
    const modifiers = new Map(group.modifiers.map((modifier) => [modifier.id as string, modifier]));
    for (const option of planned.options) {
      const modifier = modifiers.get(option.modifier.id);
      if (!modifier) continue;
      const names = listNames(option.label, modifier.name, formerNames.get(modifier.id));
      candidates.push({ thing: { modifier, group }, names });
    }
  }
  return {
    findById: (id) => candidates.find(({ thing }) => thing.modifier.id === id)?.thing ?? null,
    findGroups: (groupId, name) => {
      const group = groupId === null ? undefined : byId.get(groupId);
      return group ? [group] : pickSurest(named, name);
    },
    findByLabel: (label, among) => {
      const hits = pickSurest(
        candidates.filter(({ thing }) => among.includes(thing.group)),
        label,
      );
      const [first] = hits;
      return first && hits.every(({ modifier }) => modifier.id === first.modifier.id) ? first : null;
    },
  };
}

/** As written to the store; as on the till; without accents and marks; as before. */
const listNames = (label: string, name: string, former: readonly string[] = []): Names => [
  [keyName(label)],
  [keyName(name)],
  [keyWords(name)],
  former.map(keyName),
];
const keyWords = (text: string): string => splitWords(text).join(' ');

function pickSurest<T>(named: readonly Named<T>[], text: string): readonly T[] {
  if (text === '' || text.length > LONGEST_LABEL) return [];
  const key = keyName(text);
  const asked = [key, key, keyWords(text), key];
  for (const [tier, wanted] of asked.entries()) {
    if (wanted === '') continue;
    const hits = named.filter(({ names }) => names[tier]?.includes(wanted));
    if (hits.length > 0) return hits.map(({ thing }) => thing);
  }
  return [];
}
