import type { AgreedStock } from './ledger-eye.ts';
import type { SimWorld } from './sim-world.ts';
import type { Side, Ware } from './ware.ts';

/** What people counted on a ware since both sides agreed on its counts. */
interface Counting {
  readonly agreed: string;
  readonly sides: Set<Side>;
}

/**
 * Counts typed in on both sides before the app has seen either of them: their sum is nobody's count, so a person must
 * be asked. Where the app may have seen one, or something was sold besides, one of them may pass for a movement.
 */
export class Recounts {
  readonly #world: SimWorld;
  readonly #open = new Map<Ware, Counting>();
  /** Wares of which both counts were merged and nobody was asked. */
  readonly unasked: string[] = [];

  constructor(world: SimWorld) {
    this.#world = world;
  }

  /** Somebody is about to count. */
  begin(ware: Ware, side: Side): void {
    const { eye, network } = this.#world;
    const agreed = ware.tillId === null ? null : eye.agreedStock(ware.tillId);
    const counting = this.#open.get(ware);
    if (agreed === null || network.isBusy() || eye.isPlanned(ware.tillId ?? '')) this.#open.delete(ware);
    else if (counting?.agreed === tell(agreed)) counting.sides.add(side);
    else if (this.#isAsAgreed(ware, agreed))
      this.#open.set(ware, { agreed: tell(agreed), sides: new Set([side]) });
  }

  /** Somebody has counted, or something else moved the pieces of a ware. */
  end(ware: Ware, hasCounted: boolean): void {
    const agreed = ware.tillId === null ? null : this.#world.eye.agreedStock(ware.tillId);
    const { till, store } = this.#read(ware);
    const isOpen = agreed !== null && till !== store;
    const counting = this.#open.get(ware);
    const isMoved =
      counting?.sides.size !== 2 || (till !== (agreed?.till ?? null) && store !== (agreed?.store ?? null));
    if (!hasCounted || !isOpen || !isMoved) this.#open.delete(ware);
  }

  /** Whoever was asked is done with; whose counts are agreed on by now was not asked. */
  settle(isAtRest: boolean): void {
    const { eye, story } = this.#world;
    const asked = new Set(
      eye
        .conflicts()
        .filter(({ field }) => field === 'stock')
        .map(({ cloverId }) => cloverId),
    );
    for (const [ware, { agreed, sides }] of this.#open) {
      const now = ware.tillId === null ? null : eye.agreedStock(ware.tillId);
      if (ware.goneOn === null && now !== null && !asked.has(ware.tillId ?? '')) {
        if (tell(now) === agreed && !isAtRest) continue;
        if (sides.size === 2) this.unasked.push(ware.label);
      } else if (sides.size === 2) story.note('both counts asked about');
      this.#open.delete(ware);
    }
  }

  /** Counts of a store that was put back are no longer anybody's. */
  forget(): void {
    this.#open.clear();
  }

  #read({ tillId, storeId }: Ware): { readonly till: number | null; readonly store: number | null } {
    const { till, store } = this.#world;
    return {
      till: till.state.itemStocks.get(tillId ?? '')?.quantity ?? null,
      store: store.state.products.get(storeId ?? 0)?.stockQuantity ?? null,
    };
  }

  /** Nothing is on its way, neither a movement nor an order that a count has yet to show. */
  #isAsAgreed(ware: Ware, agreed: AgreedStock): boolean {
    const { till, store } = this.#read(ware);
    return till === agreed.till && store === agreed.store && !agreed.hasLateOrders;
  }
}

const tell = ({ till, store }: AgreedStock): string => `${till} ${store}`;
