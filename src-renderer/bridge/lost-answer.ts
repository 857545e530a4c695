import type { Answer } from '../../src-preload/contract/bridge.ts';

/** What a call answers that cannot reach the engine. What it had begun there goes on. */
export const LOST_ANSWER: Answer<never> = {
  ok: false,
  failure: {
    code: 'WINDOW_LOST',
    message: 'This window has lost Tillbridge.',
    hint: 'Wait a moment: the window tries again by itself. If Tillbridge was closed, start it again; an import goes on where it stopped.',
  },
};
