import type { FailureShape } from '../../../src-preload/contract/shapes.ts';

/** The network's own failures: a side that is out of reach comes back by itself. */
export const isOffline = (failure: FailureShape | null): boolean => failure?.code.startsWith('NET_') ?? false;
