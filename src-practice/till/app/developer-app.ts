import { randomBytes, randomUUID } from 'node:crypto';
import type { PracticeClock } from '../../clock.ts';
import { createFetchOutgoing, type Outgoing } from '../../outgoing.ts';
import { createCloverId, createRandom } from '../../random.ts';
import { createWebhookSender, type WebhookSender } from '../webhooks/webhook-sender.ts';
import {
  type AppRegistration,
  OAUTH_ANSWERS,
  type OauthAnswers,
  PRACTICE_REGISTRATION,
  WEBHOOK_ANSWERS,
  type WebhookAnswers,
} from './app-options.ts';
import { createWebhookPage, type WebhookPage } from './webhook-page.ts';

export interface DeveloperAppOptions {
  readonly clock: PracticeClock;
  /** Of the app's id and of what goes wrong on the way of its webhooks. */
  readonly seed?: number;
  readonly registration?: Partial<AppRegistration>;
  readonly oauth?: Partial<OauthAnswers>;
  readonly webhooks?: Partial<WebhookAnswers>;
  readonly outgoing?: Outgoing;
}

/** An app in Clover's developer dashboard; several tills, each a merchant, may share one. */
export interface DeveloperApp {
  /** 13 characters. */
  readonly id: string;
  readonly secret: string;
  /** What `X-Clover-Auth` carries (clover.md 9.1). */
  readonly authCode: string;
  /** May be changed while the till runs, as the answers may. */
  readonly registration: AppRegistration;
  readonly oauth: OauthAnswers;
  readonly webhooks: WebhookAnswers;
  /** The one address all merchants' events go to. */
  readonly webhookPage: WebhookPage;
  readonly sender: WebhookSender;
  /** Ends deliveries under way; nothing is sent any more. */
  close(): void;
}

/** Registers an app; it has no webhook address yet, and no merchant has installed it. */
export function createDeveloperApp(options: DeveloperAppOptions): DeveloperApp {
  const random = createRandom(options.seed ?? 1);
  const id = createCloverId(random);
  const authCode = randomUUID();
  const webhooks = { ...WEBHOOK_ANSWERS, ...options.webhooks };
  const outgoing = options.outgoing ?? createFetchOutgoing();
  const webhookPage = createWebhookPage(outgoing, webhooks);
  const sender = createWebhookSender({
    appId: id,
    authCode,
    clock: options.clock,
    random,
    outgoing,
    answers: webhooks,
    page: webhookPage,
  });
  return {
    id,
    secret: randomBytes(24).toString('hex'),
    authCode,
    registration: { ...PRACTICE_REGISTRATION, ...options.registration },
    oauth: { ...OAUTH_ANSWERS, ...options.oauth },
    webhooks,
    webhookPage,
    sender,
    close: () => {
      sender.close();
      outgoing.close();
    },
  };
}
