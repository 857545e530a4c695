import { z } from 'zod';
import type { Outcome } from '../../domain/outcome.ts';
import type { StoreHook, StoreHookPort } from '../../engine/ports.ts';
import { mapValue, reject, succeed } from '../outcomes.ts';
import type { WooClient } from './woo-client.ts';

const PATH = '/wc/v3/webhooks';
const HOOKS_A_PAGE = 100;
/** A store with more webhooks than this has other trouble. */
const MOST_PAGES = 10;

const hookSchema = z.object({
  id: z.number().int(),
  name: z.string().catch(''),
  status: z.enum(['active', 'paused', 'disabled']).catch('disabled'),
  topic: z.string(),
  delivery_url: z.string(),
});

/** The store's webhooks (woocommerce.md 5). A secret is never answered, only set. */
export function createWooHooks(client: Pick<WooClient, 'get' | 'post' | 'put' | 'remove'>): StoreHookPort {
  return {
    list: async () => {
      const hooks: StoreHook[] = [];
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const read = await client.get(PATH, { per_page: HOOKS_A_PAGE, page });
        if (read.kind !== 'done') return read;
        const rows = z.array(hookSchema).safeParse(read.value.json);
        if (!rows.success) return reject('NET_BROKEN_ANSWER', 200);
        hooks.push(...rows.data.map(turnHook));
        if (rows.data.length < HOOKS_A_PAGE) return succeed(hooks, read.requestId);
      }
      return succeed(hooks, '');
    },
    create: async ({ name, topic, url, secret }) =>
      parseHook(await client.post(PATH, { name, topic, delivery_url: url, secret, status: 'active' })),
    update: async (id, { secret }) =>
      parseHook(
        await client.put(`${PATH}/${id}`, { status: 'active', ...(secret === undefined ? {} : { secret }) }),
      ),
    // Without force it answers 501.
    remove: async (id) => mapValue(await client.remove(`${PATH}/${id}`, { force: 'true' }), () => undefined),
  };
}

function parseHook(outcome: Awaited<ReturnType<WooClient['post']>>): Outcome<StoreHook> {
  if (outcome.kind !== 'done') return outcome;
  const hook = hookSchema.safeParse(outcome.value.json);
  return hook.success ? succeed(turnHook(hook.data), outcome.requestId) : reject('NET_BROKEN_ANSWER', 200);
}

const turnHook = ({ id, name, status, topic, delivery_url: url }: z.infer<typeof hookSchema>): StoreHook => ({
  id,
  name,
  status,
  topic,
  url,
});
