import type { FastifyReply } from 'fastify';

/** What an app may be told; the sentence is for the person in front of it. */
const REFUSALS = {
  UNPAIRED: [
    401,
    'This PC is not paired with the hub. Get a pairing code from the hub’s operator and pair it again.',
  ],
  MALFORMED: [400, 'The hub does not understand this request. Update Tillbridge, then try again.'],
  CODE_WRONG: [
    403,
    'This pairing code is wrong, used up or older than ten minutes. Check it, or ask for a new one.',
  ],
  TOO_MANY_GUESSES: [429, 'There were too many wrong pairing codes. Wait ten minutes, then try again.'],
  TOO_MANY_DEVICES: [409, 'This shop has its most PCs paired already. Remove one of them first.'],
  TOO_MANY_INVITATIONS: [
    409,
    'Several pairing codes of this shop are still open. Use one of them, or wait ten minutes.',
  ],
  MERCHANT_TAKEN: [
    409,
    'Another shop on this hub has this Clover merchant. If it is yours, ask the hub’s operator to release it.',
  ],
  APP_OF_OPERATOR: [
    409,
    'This Clover app belongs to the hub’s operator, who has set its auth code. There is nothing to enter.',
  ],
  APP_TAKEN: [
    409,
    'Another shop on this hub has this Clover app with another auth code. Enter the same code, or ask the hub’s operator to release the app.',
  ],
  NO_SUCH_DEVICE: [404, 'This shop has no such PC. It may have been removed already.'],
  NO_SUCH_APPROVAL: [
    404,
    'This approval is unknown, used up or older than ten minutes. Start it anew in Tillbridge.',
  ],
  TOO_MANY_APPROVALS: [429, 'Several approvals are under way. Finish one of them, or wait ten minutes.'],
  TOO_OFTEN: [429, 'This PC asks the hub too often. Wait a minute; restart Tillbridge if it goes on.'],
  REPORTS_OFF: [409, 'Order reports are switched off for this shop. Switch them on first.'],
  NO_SUCH_PATH: [404, 'The hub has nothing here. Check the address, or update Tillbridge.'],
  TOO_LONG: [413, 'This request is longer than the hub takes.'],
  FAILED: [500, 'The hub failed at this request. Try again in a minute; the hub’s log says more.'],
  NOT_ERASED: [503, 'The hub could not erase everything just now. Try again in a minute.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** Answers with a refusal. Returns the reply, for handlers to return. */
export function refuse(reply: FastifyReply, code: RefusalCode): FastifyReply {
  const [status, message] = REFUSALS[code];
  return reply.code(status).send({ error: { code, message } });
}
