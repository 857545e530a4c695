import type { PracticeClock } from '../../clock.ts';
import type { Outgoing } from '../../outgoing.ts';
import type { PracticeRandom } from '../../random.ts';
import type { WebhookAnswers } from '../app/app-options.ts';
import type { WebhookPage } from '../app/webhook-page.ts';

/** What sending an app's events takes. */
export interface WebhookSenderParts {
  readonly appId: string;
  readonly authCode: string;
  readonly clock: PracticeClock;
  readonly random: PracticeRandom;
  readonly outgoing: Outgoing;
  readonly answers: WebhookAnswers;
  readonly page: WebhookPage;
}

/** What became of them. */
export interface WebhookCounters {
  /** POSTs begun, retries included. */
  posts: number;
  /** Events of POSTs a receiver took. */
  delivered: number;
  /** Events given up: never sent by a fault, refused to the last attempt, or too many at once. */
  lost: number;
  /** POSTs that came late by a fault. */
  held: number;
}
