export interface Ways {
  readonly desktop: boolean;
  readonly mail: boolean;
}

/** A kind's setting (`both`, `desktop`, `mail`, `off`) as two switches. */
export const readWays = (value: string): Ways => ({
  desktop: value === 'both' || value === 'desktop',
  mail: value === 'both' || value === 'mail',
});

export function writeWays({ desktop, mail }: Ways): string {
  if (desktop && mail) return 'both';
  if (desktop) return 'desktop';
  return mail ? 'mail' : 'off';
}
