/**
 * An amount in equal shares, the cents that are left over on the first ones, so that their sum is the amount.
 * Also of a negative amount.
 */
export function splitAmount(amount: number, parts: number): number[] {
  const base = Math.trunc(amount / parts);
  const left = amount - base * parts;
  const cent = Math.sign(left);
  return Array.from({ length: parts }, (_, index) => base + (index < Math.abs(left) ? cent : 0));
}

/** The sum of the first `kept` of those shares, without making them. */
export function sumShares(amount: number, parts: number, kept: number): number {
  const base = Math.trunc(amount / parts);
  const left = amount - base * parts;
  return base * kept + Math.sign(left) * Math.min(Math.abs(left), kept);
}
