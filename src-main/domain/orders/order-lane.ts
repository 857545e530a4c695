/** Where people look for a web order, the most urgent first. */
export const ORDER_LANES = [
  /** Somebody has to look: it does not go on, its paper is missing, or the two sides contradict each other. */
  'person',
  /** The kitchen has it, but as text, or with money or food that may be wrong; until somebody has seen it. */
  'attention',
  /** Waits for something that the till lacks. */
  'prerequisite',
  'received',
  'placed',
  'paid',
  'printed',
  'done',
  'not-due',
  'closed',
] as const;
export type OrderLane = (typeof ORDER_LANES)[number];

/** What the timeline of an order calls it when somebody has looked at it. */
export const SEEN_BY_PERSON = 'acknowledged';
