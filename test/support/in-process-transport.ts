import type { Transport } from '../../src-main/engine/ports.ts';
import type { WireService } from '../../src-practice/wire.ts';

/** Requests to these origins reach the services without any network; others are unknown hosts. */
export function createInProcessTransport(services: ReadonlyMap<string, WireService>): Transport {
  return {
    send: async ({ method, url, headers, body }) => {
      const { origin, pathname, search } = new URL(url);
      const service = services.get(origin);
      if (!service)
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error(origin), { code: 'ENOTFOUND' }),
        });
      const lower = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const answer = await service.handle({
        method,
        url: `${pathname}${search}`,
        headers: lower,
        body: body ?? '',
        origin,
      });
      return {
        status: answer.status,
        headers: Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body: method === 'HEAD' ? '' : answer.body,
        url,
      };
    },
  };
}
