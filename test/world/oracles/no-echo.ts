import type { Oracle } from './evidence.ts';

/** Once all is quiet, another whole comparison writes nothing anywhere. */
export const findEchoes: Oracle = ({ echoes }) =>
  echoes === 0 ? [] : [`a pass after the quiet wrote ${echoes} times`];
