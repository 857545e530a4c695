/** What a network or a side does to one request. */
export const FAULTS = [
  // the network
  'drop-before',
  'lost-answer',
  'slow',
  'truncated',
  'refused-connection',
  'half-open',
  'duplicate',
  'dns-failure',
  'tls-failure',
  'proxy-refusal',
  'captive-portal',
  'redirect',
  // the side
  'too-many',
  'too-many-bare',
  'too-many-long',
  'server-error',
  'error-after-work',
  'wrong-type',
  'token-refused',
  'not-found',
  'new-field',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What meets every request of one side for a while: the line is cut, or something stands in it, or the side is ill. */
export const SPELLS = [
  'refused-connection',
  'half-open',
  'dns-failure',
  'tls-failure',
  'proxy-refusal',
  'captive-portal',
  'redirect',
  'server-error',
  'too-many',
  'token-refused',
  'not-found',
] as const satisfies readonly Fault[];
export type Spell = (typeof SPELLS)[number];
