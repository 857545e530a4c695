import type { Oracle } from './evidence.ts';

/** Who answers a conflict by values that have moved on since is asked again (promises.md M3). */
export const findLateAnswers: Oracle = ({ wares }) =>
  wares.lateAnswers.splice(0).map((what) => `${what}: an answer to older values was taken`);
