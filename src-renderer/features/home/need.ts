import type { FailureShape } from '../../../src-preload/contract/shapes.ts';

/** One thing that waits for a person, with its one action. */
export interface Need {
  readonly failure: FailureShape;
  /** `waiting` where nothing is broken, `choice` where a person has one. */
  readonly tone?: 'bad' | 'waiting' | 'choice';
  readonly action: { readonly word: string; readonly act: () => void };
  readonly also?: { readonly word: string; readonly act: () => void };
}

/** A need as the state of things tells it. */
export interface StateNeed extends Need {
  /** Whether an alert of this key says the same, less exactly. */
  readonly covers: (key: string) => boolean;
}

/** What is needed, in the form of a failure. Nothing has failed, so there is no code to name. */
export const sayNeed = (message: string, hint: string): FailureShape => ({ code: '', message, hint });
