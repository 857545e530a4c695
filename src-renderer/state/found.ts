import type { FailureShape } from '../../src-preload/contract/shapes.ts';

/** What a step found; `asking` while it is under way. */
export type Found<Value> =
  | { readonly word: 'waiting' | 'asking' }
  | { readonly word: 'failed'; readonly failure: FailureShape }
  | { readonly word: 'found'; readonly value: Value };
