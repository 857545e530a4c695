import type { Oracle } from './evidence.ts';

/** Once all is quiet, another whole comparison comes to its end and writes nothing anywhere. */
export const findEchoes: Oracle = ({ echoes }) => {
  if (echoes === 0) return [];
  return [
    `a pass after the quiet ${typeof echoes === 'string' ? `failed: ${echoes}` : `wrote ${echoes} times`}`,
  ];
};
