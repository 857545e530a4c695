import type { FastifyInstance } from 'fastify';
import { PATHS } from '../protocol/version.ts';
import { type CloverDelivery, readCloverDelivery } from './clover-delivery.ts';
import { isOneOf } from './constant-time.ts';
import { type HookDesk, readBody } from './hook-desk.ts';
import type { Changes } from './intake.ts';

/** Codes that are noted within a minute; the rest of a flood is only answered. */
const MOST_CODES_NOTED = 10;
const MINUTE_MS = 60_000;

/** One address for all merchants of an app; a delivery is split by merchant (clover.md 9.1, 9.2). */
export function registerCloverHook(app: FastifyInstance, desk: HookDesk): void {
  const { book, time, count } = desk;
  let noted: number[] = [];
  const noteCode = async (code: string): Promise<void> => {
    const atMs = time.nowMs();
    noted = noted.filter((earlierMs) => Math.abs(atMs - earlierMs) < MINUTE_MS);
    if (noted.length >= MOST_CODES_NOTED) return;
    noted.push(atMs);
    await book.noteVerificationCode(code, atMs);
    app.log.info(
      { verificationCode: code },
      'Clover asks for this code: paste it on the app’s webhooks page',
    );
  };

  app.post(PATHS.cloverHook, async (request, reply) => {
    const delivery = readCloverDelivery(readBody(request));
    if (delivery === null) {
      count('malformed');
      return reply.code(400).send('This is not a webhook delivery of Clover’s.');
    }
    if (delivery.verificationCode !== null) {
      count('handshake');
      await noteCode(delivery.verificationCode);
      return reply.code(200).send('ok');
    }
    const given = request.headers['x-clover-auth'];
    if (typeof given !== 'string' || !isOneOf(given, book.readCloverCodes(delivery.appId))) {
      count('refused');
      return reply.code(403).send('The X-Clover-Auth header is missing or wrong.');
    }
    const changes = listChanges(desk, delivery, request.ip);
    return desk.answer(reply, (intake) => Promise.all(changes.map((change) => intake.take(change))));
  });
}

/** Merchants that nobody here has paired are not an error: the app may be installed by others. */
function listChanges(
  { book, count }: HookDesk,
  { appId, changes }: CloverDelivery,
  source: string,
): Changes[] {
  return [...changes].flatMap(([merchantId, keys]) => {
    const shop = book.findByMerchant(merchantId);
    // Whoever knows one app's code must not speak for the merchants of another app.
    const isTheirApp = shop?.cloverAppId === null || shop?.cloverAppId === appId;
    if (shop && isTheirApp) return [{ shopId: shop.id, side: 'till' as const, keys, source, digest: null }];
    count('unknown merchant');
    return [];
  });
}
