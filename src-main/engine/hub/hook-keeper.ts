import type { Failure } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { HubPort } from '../hub-ports.ts';
import type { StoreHook, StoreHookPort } from '../ports.ts';

/** What the store is to tell of; notes and categories fire none (woocommerce.md 5). */
export const HOOK_TOPICS = [
  'product.created',
  'product.updated',
  'product.deleted',
  'product.restored',
  'order.created',
  'order.updated',
  'order.deleted',
] as const;
const NAME = 'Tillbridge';

export interface HookDeps {
  readonly hooks: StoreHookPort;
  readonly hub: Pick<HubPort, 'tellShop'>;
  readonly url: string;
  /** The secret of this shop's webhooks; null on a PC that has not made one. */
  readSecret(): Promise<string | null>;
  keepSecret(secret: string): Promise<void>;
  makeSecret(): string;
  /** Another PC of the shop may have made one that this one does not know. */
  readonly isSecretKnown: boolean;
}

export interface HookReport {
  readonly made: number;
  /** Topics that the store had switched off and that are on again. */
  readonly healed: readonly string[];
  readonly removed: number;
}

/**
 * Makes the store's webhooks what they are to be: one for each topic, to this relay, switched on. The store lets
 * doubles be made, so those that are there are looked for first; a secret can only be set, never read.
 * The relay hears of a new secret before the store signs with it.
 */
export async function keepHooks(deps: HookDeps): Promise<Outcome<HookReport>> {
  const listed = await deps.hooks.list();
  if (listed.kind !== 'done') return listed;
  const ours = listed.value.filter(({ name, url }) => url === deps.url || name === NAME);
  const first = new Map<string, StoreHook>();
  for (const hook of ours) if (hook.url === deps.url && !first.has(hook.topic)) first.set(hook.topic, hook);
  const missing = HOOK_TOPICS.filter((topic) => !first.has(topic));
  // Other topics, doubles, and those to a relay of before.
  const surplus = ours.filter((hook) => first.get(hook.topic) !== hook || !isTopic(hook.topic));
  const kept = HOOK_TOPICS.flatMap((topic) => first.get(topic) ?? []);
  const secret = await agreeSecret(deps, missing.length > 0);
  if (secret.kind !== 'done') return secret;
  const { value, isNew } = secret.value;
  for (const topic of missing) {
    const made = await deps.hooks.create({ name: NAME, topic, url: deps.url, secret: value ?? '' });
    if (made.kind !== 'done') return made;
  }
  const healed: string[] = [];
  for (const hook of kept) {
    const isOff = hook.status !== 'active';
    if (!isOff && !isNew) continue;
    const changed = await deps.hooks.update(hook.id, isNew && value !== null ? { secret: value } : {});
    if (changed.kind !== 'done') return changed;
    if (isOff) healed.push(hook.topic);
  }
  for (const hook of surplus) {
    const removed = await deps.hooks.remove(hook.id);
    if (removed.kind !== 'done') return removed;
  }
  return {
    kind: 'done',
    value: { made: missing.length, healed, removed: surplus.length },
    requestId: listed.requestId,
  };
}

/** Takes away what this app made for the relay: when it is disconnected, or webhooks are switched off. */
export async function removeHooks(hooks: StoreHookPort, url: string): Promise<Outcome<number>> {
  const listed = await hooks.list();
  if (listed.kind !== 'done') return listed;
  const ours = listed.value.filter((hook) => hook.url === url);
  for (const { id } of ours) {
    const removed = await hooks.remove(id);
    if (removed.kind !== 'done') return removed;
  }
  return { kind: 'done', value: ours.length, requestId: listed.requestId };
}

const isTopic = (topic: string): boolean => HOOK_TOPICS.some((wanted) => wanted === topic);

/** `value` is null where none is needed and none is known here. */
async function agreeSecret(
  deps: HookDeps,
  isNeeded: boolean,
): Promise<Outcome<{ readonly value: string | null; readonly isNew: boolean }>> {
  const kept = await deps.readSecret();
  const isKnown = deps.isSecretKnown && (kept !== null || !isNeeded);
  if (isKnown) return { kind: 'done', value: { value: kept, isNew: false }, requestId: '' };
  const value = kept ?? deps.makeSecret();
  // On this disk before anybody checks with it: a crash here leaves nothing that cannot be said again.
  await deps.keepSecret(value);
  const told = await deps.hub.tellShop({ wooSecret: value });
  return told.kind === 'done' ? { ...told, value: { value, isNew: true } } : told;
}

/** Why webhooks could not be kept; null where that mends itself. */
export const isForPerson = ({ code }: Failure): boolean =>
  !/^(NET|LEASE|HUB_(LOST|SILENT|FAILING|LIMITED))/.test(code);
