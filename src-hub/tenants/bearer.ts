import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../refusal.ts';
import type { Device } from './shop-book.ts';
import type { SqliteShopBook } from './sqlite-shop-book.ts';

type Answer = unknown;
export type DeviceHandler = (device: Device, request: FastifyRequest, reply: FastifyReply) => Answer;

/** A handler for paired devices alone: anybody else is told to pair. */
export const forDevice =
  (book: SqliteShopBook, nowMs: () => number, handle: DeviceHandler) =>
  (request: FastifyRequest, reply: FastifyReply): Answer => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const device = scheme?.toLowerCase() === 'bearer' && token ? book.findDevice(token) : null;
    if (!device) return refuse(reply, 'UNPAIRED');
    if (!book.mayAsk(device.id)) return refuse(reply, 'TOO_OFTEN');
    book.noteSeen(device.id, nowMs());
    return handle(device, request, reply);
  };
