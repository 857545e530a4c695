import type { FastifyInstance } from 'fastify';
import { registerCloverHook } from './clover-hook.ts';
import { createDesk, type HookParts } from './hook-desk.ts';
import { registerWooHook } from './woo-hook.ts';

/** A product with every field is some 30 KB; more than this is nothing that a shop sends. */
export const LONGEST_BODY_BYTES = 256 * 1024;

/** The routes that the till's and the store's servers call. Bodies are raw bytes: signatures are over these. */
export async function registerHooks(app: FastifyInstance, parts: HookParts): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: LONGEST_BODY_BYTES },
      (_request, body, done) => done(null, body),
    );
    registerCloverHook(scope, createDesk(parts, 'till'));
    registerWooHook(scope, createDesk(parts, 'store'));
  });
}
