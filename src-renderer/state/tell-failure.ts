import type { FailureShape } from '../../src-preload/contract/shapes.ts';

/** A lost window is a state that its banner tells and that ends by itself; what was begun goes on. */
export const tellFailure = (failure: FailureShape): FailureShape | null =>
  failure.code === 'WINDOW_LOST' ? null : failure;
