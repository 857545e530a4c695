import type { Limits } from './adapter.ts';

const OURS = /(?:^|\n)Choose (?:at least \d+|up to \d+|exactly \d+|\d+ to \d+)\.\s*$/;

/**
 * A group's description with a last line on the limits that the system itself does not enforce; without one
 * where there are none. What the merchant wrote stays before it.
 */
export function writeLimits(description: string, limits: Limits, optionCount: number): string {
  const own = description.replace(OURS, '');
  const words = describeLimits(limits, optionCount);
  return [own, words].filter((line) => line !== '').join('\n');
}

function describeLimits({ min, max }: Limits, optionCount: number): string {
  const most = max === 0 || max >= optionCount ? 0 : max;
  if (max === 1 || (min < 2 && most === 0)) return '';
  if (most === 0) return `Choose at least ${min}.`;
  if (min === most) return `Choose exactly ${min}.`;
  return min === 0 ? `Choose up to ${most}.` : `Choose ${min} to ${most}.`;
}
