import type { SettingShape } from '../../../src-preload/contract/shapes.ts';

const CHOICE = /^[\w.-]+$/;

/**
 * The choices of a setting, from what it takes (`a | b | c`); its empty default is one of them.
 * @returns null where it takes other values too
 */
export function readChoices({ takes, initial }: Pick<SettingShape, 'takes' | 'initial'>): string[] | null {
  const parts = takes.split(' | ');
  if (parts.length < 2 || !parts.every((part) => CHOICE.test(part))) return null;
  return parts.includes(initial) ? parts : [initial, ...parts];
}

export const isSwitch = (choices: readonly string[]): boolean =>
  choices.length === 2 && choices.includes('on') && choices.includes('off');
