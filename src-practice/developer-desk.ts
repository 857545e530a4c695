import { z } from 'zod';
import { answerFailure, answerJson, isSameSecret } from './staff-desk.ts';
import { WebhookPageRefusal } from './till/app/webhook-page.ts';
import type { DeveloperApp } from './till/till.ts';
import type { WireResponse, WireService } from './wire.ts';

const rate = z.number().min(0).max(1).exactOptional();
const durationMs = z.int().min(0).max(600_000);
const lifetimeMs = z.int().min(0).exactOptional();

const commands = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('webhook-url'), url: z.string() }),
  z.strictObject({ verb: z.literal('send-code') }),
  z.strictObject({ verb: z.literal('confirm-code'), code: z.string() }),
  z.strictObject({ verb: z.literal('topics'), topics: z.array(z.string()) }),
  z.strictObject({
    verb: z.literal('register'),
    siteUrl: z.url().exactOptional(),
    allowsLoopback: z.boolean().exactOptional(),
  }),
  z.strictObject({
    verb: z.literal('oauth'),
    codeLifetimeMs: lifetimeMs,
    accessLifetimeMs: lifetimeMs,
    refreshLifetimeMs: lifetimeMs,
    refreshTokenCap: z.int().min(1).exactOptional(),
    stateEcho: z.enum(['echoed', 'dropped']).exactOptional(),
    employeeId: z.enum(['sent', 'absent']).exactOptional(),
    oldAccessToken: z.enum(['lives', 'dies']).exactOptional(),
    denial: z.enum(['redirect', 'page']).exactOptional(),
    refusedRefresh: z.union([z.literal(400), z.literal(401)]).exactOptional(),
  }),
  z.strictObject({
    verb: z.literal('webhooks'),
    inventoryTopics: z.enum(['single', 'split']).exactOptional(),
    saleStock: z.enum(['never', 'threshold', 'always']).exactOptional(),
    stockPayload: z.enum(['rich', 'bare']).exactOptional(),
    batchMs: durationMs.exactOptional(),
    retries: z.int().min(0).max(100).exactOptional(),
    retryDelayMs: durationMs.exactOptional(),
    timeoutMs: durationMs.exactOptional(),
    lossRate: rate,
    duplicateRate: rate,
    reorderRate: rate,
    delayMs: z.strictObject({ least: durationMs, most: durationMs }).exactOptional(),
  }),
]);

type Command = z.infer<typeof commands>;

/**
 * Puts the app's page of the developer dashboard in front of a till: `GET /practice/app` shows it, `POST
 * /practice/app` `{verb, ...}` changes it. Both answer the page as it is then; `key` is a token of the till.
 */
export function addDeveloperDesk(service: WireService, app: DeveloperApp, key: string): WireService {
  return {
    handle: async (request) => {
      if (request.url.split('?', 1)[0] !== '/practice/app') return service.handle(request);
      if (!isSameSecret(request.headers['x-practice-key'] ?? '', key)) {
        return answerFailure(401, 'PRACTICE_KEY', 'the header x-practice-key is missing or wrong');
      }
      if (request.method === 'GET') return answerJson(200, showApp(app));
      if (request.method !== 'POST') return answerFailure(404, 'PRACTICE_UNKNOWN_CALL', 'GET or POST it');
      return performCommand(app, request.body);
    },
  };
}

async function performCommand(app: DeveloperApp, body: string): Promise<WireResponse> {
  try {
    const result = await carryOut(app, commands.parse(JSON.parse(body)));
    return answerJson(200, { ...showApp(app), ...result });
  } catch (error) {
    if (error instanceof WebhookPageRefusal) return answerFailure(400, 'APP_REFUSED', error.message);
    if (error instanceof z.ZodError) return answerFailure(400, 'APP_INVALID', z.prettifyError(error));
    if (error instanceof SyntaxError) return answerFailure(400, 'APP_INVALID', 'the body is not JSON');
    throw error;
  }
}

async function carryOut(app: DeveloperApp, command: Command): Promise<{ readonly isCodeTaken?: boolean }> {
  const { verb, ...given } = command;
  switch (command.verb) {
    case 'webhook-url':
      app.webhookPage.setUrl(command.url);
      return {};
    case 'send-code':
      return { isCodeTaken: await app.webhookPage.sendCode() };
    case 'confirm-code':
      app.webhookPage.confirmCode(command.code);
      return {};
    case 'topics':
      app.webhookPage.chooseTopics(command.topics);
      return {};
    case 'register':
      Object.assign(app.registration, given);
      return {};
    default:
      Object.assign(verb === 'oauth' ? app.oauth : app.webhooks, given);
      return {};
  }
}

function showApp(app: DeveloperApp): Readonly<Record<string, unknown>> {
  const { id, secret, authCode, registration, webhookPage, oauth, webhooks, sender } = app;
  const { url, isVerified, topics } = webhookPage;
  return {
    id,
    secret,
    authCode,
    registration,
    webhook: { url, isVerified, topics },
    answers: { oauth, webhooks },
    counters: sender.counters,
  };
}
