import { randomUUID } from 'node:crypto';
import { isLoopback, type Outgoing } from '../../outgoing.ts';
import { TOPICS, type Topic } from '../webhooks/topic.ts';
import type { WebhookAnswers } from './app-options.ts';

/** A step of the page that cannot be taken; the message says what to do. */
export class WebhookPageRefusal extends Error {
  override readonly name = 'WebhookPageRefusal';
}

/** The webhook part of an app's page in the developer dashboard (clover.md 9.1): one address, checked by hand. */
export interface WebhookPage {
  readonly url: string | undefined;
  readonly isVerified: boolean;
  readonly topics: readonly Topic[];
  /** A new address asks for a new check, and its topics for being ticked again. */
  setUrl(url: string): void;
  /** Posts a code to the address; true if it answered 200. The code itself stands in that body alone. */
  sendCode(): Promise<boolean>;
  confirmCode(code: string): void;
  chooseTopics(topics: readonly string[]): void;
}

/** A page nobody has filled in. */
export function createWebhookPage(outgoing: Outgoing, answers: WebhookAnswers): WebhookPage {
  let url: string | undefined;
  let code: string | undefined;
  let isVerified = false;
  let topics: readonly Topic[] = [];
  return {
    get url() {
      return url;
    },
    get isVerified() {
      return isVerified;
    },
    get topics() {
      return topics;
    },
    setUrl: (given) => {
      url = checkUrl(given);
      code = undefined;
      isVerified = false;
      topics = [];
    },
    sendCode: async () => {
      if (url === undefined) throw new WebhookPageRefusal('Set the webhook URL first.');
      code = randomUUID();
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ verificationCode: code });
      const answer = await outgoing.post({ url, headers, body, timeoutMs: answers.timeoutMs });
      return answer?.status === 200;
    },
    confirmCode: (given) => {
      if (code === undefined || given !== code) {
        throw new WebhookPageRefusal('This is not the verification code: send it again and paste it.');
      }
      isVerified = true;
    },
    chooseTopics: (given) => {
      if (!isVerified) throw new WebhookPageRefusal('Verify the webhook URL before choosing event types.');
      topics = given.map(readTopicName);
    },
  };
}

/** Public https in the real dashboard; here this machine too, where the practice receivers are. */
function checkUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))) return url.href;
  throw new WebhookPageRefusal('The webhook URL must be https, or http on this machine.');
}

function readTopicName(name: string): Topic {
  const topic = TOPICS.find((known) => known === name);
  if (!topic)
    throw new WebhookPageRefusal(`There is no event type ${name}: take one of ${TOPICS.join(', ')}.`);
  return topic;
}
