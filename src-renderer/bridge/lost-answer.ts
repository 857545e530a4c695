import type { Answer } from '../../src-preload/contract/bridge.ts';

/** What a call answers that cannot reach the engine. What it had begun there goes on. */
export const LOST_ANSWER: Answer<never> = {
  ok: false,
  failure: {
    code: 'WINDOW_LOST',
    message: 'This window has lost Tillbridge. What was under way there goes on.',
    hint: 'Wait a moment: the window tries again by itself. If it stays lost, start Tillbridge again.',
  },
};
