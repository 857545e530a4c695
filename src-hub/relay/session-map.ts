import type { Session } from './session.ts';

/** Parts that are looked after one by one, so that ten thousand sessions are never all due at once. */
export const SLOTS = 10;

/** Who is connected: one session a device, any number a shop. */
export class SessionMap {
  readonly #byShop = new Map<string, Set<Session>>();
  readonly #byDevice = new Map<string, Session>();
  readonly #slots = Array.from({ length: SLOTS }, () => new Set<Session>());
  #added = 0;

  add(session: Session): void {
    const { id, shopId } = session.device;
    this.#byDevice.set(id, session);
    const ofShop = this.#byShop.get(shopId) ?? new Set();
    this.#byShop.set(shopId, ofShop.add(session));
    this.#slots[this.#added % SLOTS]?.add(session);
    this.#added += 1;
  }

  /** False where it had gone already. */
  remove(session: Session): boolean {
    const { id, shopId } = session.device;
    const ofShop = this.#byShop.get(shopId);
    if (!ofShop?.delete(session)) return false;
    if (ofShop.size === 0) this.#byShop.delete(shopId);
    this.#byDevice.delete(id);
    for (const slot of this.#slots) slot.delete(session);
    return true;
  }

  find(deviceId: string): Session | null {
    return this.#byDevice.get(deviceId) ?? null;
  }

  listShop(shopId: string): Session[] {
    return [...(this.#byShop.get(shopId) ?? [])];
  }

  listOthers(session: Session): Session[] {
    return this.listShop(session.device.shopId).filter((other) => other !== session);
  }

  listSlot(round: number): Session[] {
    return [...(this.#slots[round % SLOTS] ?? [])];
  }

  listAll(): Session[] {
    return [...this.#byDevice.values()];
  }

  count(): number {
    return this.#byDevice.size;
  }
}
