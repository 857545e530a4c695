import type { CloverId } from '../../ids.ts';
import type { TillModifierGroup } from '../../till-catalog.ts';
import type { Choice, LineChoices } from '../choice.ts';
import { type ChoiceFinding, checkChoice, checkCount, findUnknown } from './choice-finding.ts';
import type { ChoiceKnowledge } from './choice-knowledge.ts';
import { type Candidate, indexModifiers, type ModifierIndex } from './modifier-index.ts';

export interface MatchedChoice {
  readonly choice: Choice;
  /** null: it matches nothing on the till, so it becomes a note on its line. */
  readonly modifierId: CloverId | null;
  readonly groupId: CloverId | null;
  /** The till's name of it; in the store's words where the till has none: `Size: Large`. */
  readonly name: string;
}

export interface ChoiceMatches {
  /** One for each choice, in their order. */
  readonly matches: readonly MatchedChoice[];
  readonly findings: readonly ChoiceFinding[];
}

/**
 * Which modifiers of the item the choices are, and what is wrong with them by the till's limits and prices:
 * the add-on plugins check little of it (modifiers.md 0.4).
 * @param groups of the item on the till
 */
export function matchChoices(
  { choices, source }: LineChoices,
  groups: readonly TillModifierGroup[],
  knowledge: ChoiceKnowledge,
): ChoiceMatches {
  const index = indexModifiers(choices.length > 0 ? groups : [], knowledge.formerNames);
  const findings: ChoiceFinding[] = [];
  const counts = new Map<string, number>();
  const matches = choices.map((choice): MatchedChoice => {
    const hit = findModifier(choice, groups, index);
    if (!hit) {
      if (!choice.isText) findings.push(findUnknown(choice.group));
      const name = [choice.group, choice.label].filter((text) => text !== '').join(': ');
      return { choice, modifierId: null, groupId: null, name };
    }
    const { modifier, group } = hit;
    counts.set(group.id, (counts.get(group.id) ?? 0) + choice.times);
    findings.push(...checkChoice(choice, source, modifier, group, knowledge));
    return { choice, modifierId: modifier.id, groupId: group.id, name: modifier.name };
  });
  for (const group of groups) findings.push(...checkCount(group, counts.get(group.id) ?? 0, knowledge));
  return { matches, findings };
}

/**
 * By id, by label in the group that is named, and by label alone only where no such group is known: `Large`
 * of `Size` is not the `Large` of `Drinks`.
 */
function findModifier(
  choice: Choice,
  groups: readonly TillModifierGroup[],
  index: ModifierIndex,
): Candidate | null {
  const byId = choice.modifierId === null ? null : index.findById(choice.modifierId);
  if (byId || choice.isText) return byId;
  const named = index.findGroups(choice.groupId, choice.group);
  return index.findByLabel(choice.label, named.length > 0 ? named : groups);
}
