import type { Answer } from '../../src-preload/contract/bridge.ts';
import { t } from '../i18n/i18n.ts';

/** What a call answers that cannot reach the engine. What it had begun there goes on. */
export const LOST_ANSWER: Answer<never> = {
  ok: false,
  failure: {
    code: 'WINDOW_LOST',
    message: t('This window has lost Tillbridge.'),
    hint: t(
      'Wait a moment: the window tries again by itself. If Tillbridge was closed, start it again; an import goes on where it stopped.',
    ),
  },
};
