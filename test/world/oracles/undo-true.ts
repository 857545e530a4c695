import type { Oracle } from './evidence.ts';

/** Who takes back a run takes back what that run wrote: no piece moves, and what was said since stays. */
export const findWrongUndos: Oracle = ({ wares }) => wares.wrongUndos.splice(0);
