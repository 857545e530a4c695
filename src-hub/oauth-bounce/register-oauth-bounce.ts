import type { FastifyInstance } from 'fastify';
import { PATHS } from '../protocol/version.ts';
import { BOUNCE_HEADERS, BOUNCE_PAGE } from './bounce-page.ts';

/**
 * GET /oauth and everything below it: Clover takes any address below the app's Site URL (clover.md 2.5). The server
 * reads nothing of the query, and logs nothing of it.
 */
export function registerOauthBounce(app: FastifyInstance): void {
  for (const path of [PATHS.oauthBounce, `${PATHS.oauthBounce}/*`]) {
    app.get(path, { logLevel: 'silent' }, (_request, reply) =>
      reply.headers(BOUNCE_HEADERS).send(BOUNCE_PAGE),
    );
  }
}
