import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../refusal.ts';
import type { KeptShopBook } from './kept-shop-book.ts';
import type { Device } from './shop-book.ts';

type Answer = unknown;
export type DeviceHandler = (device: Device, request: FastifyRequest, reply: FastifyReply) => Answer;

/** A handler for paired devices alone: anybody else is told to pair. */
export const forDevice =
  (book: KeptShopBook, nowMs: () => number, handle: DeviceHandler) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<Answer> => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const device = scheme?.toLowerCase() === 'bearer' && token ? await book.seekDevice(token) : null;
    if (!device) return refuse(reply, 'UNPAIRED');
    if (!book.mayAsk(device.id)) return refuse(reply, 'TOO_OFTEN');
    book.noteSeen(device.id, nowMs());
    return handle(device, request, reply);
  };
