import type { Failure } from './failure.ts';

/**
 * What became of a call to another system. Expected outcomes are values; `unknown` means that the work
 * may or may not have been done there, and the compiler makes every flow say what it does about it.
 */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T; readonly requestId: string }
  | { readonly kind: 'retryAfter'; readonly delayMs: number; readonly failure: Failure }
  | {
      readonly kind: 'rejected';
      readonly failure: Failure;
      readonly status: number;
      /** Where the service names its answers: what its support finds this one by. */
      readonly requestId?: string;
    }
  | { readonly kind: 'authLost'; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly failure: Failure };

export type OutcomeFailure = Exclude<Outcome<never>, { kind: 'done' }>;
