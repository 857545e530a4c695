import type { StoreState } from '../state.ts';
import type { CouponRecord } from './coupon.ts';

/** The coupons by id and by code; every save goes through here. */
export interface CouponShelf {
  find(id: number): CouponRecord | undefined;
  /** In any letter case (woocommerce.md 4). */
  findByCode(code: string): CouponRecord | undefined;
  save(coupon: CouponRecord): void;
  remove(coupon: CouponRecord): void;
  list(): readonly CouponRecord[];
}

/** The coupons of an empty state. */
export function createCouponShelf({ coupons }: StoreState): CouponShelf {
  const idsByCode = new Map<string, number>();
  const forget = (id: number): void => {
    const before = coupons.get(id);
    if (before) idsByCode.delete(before.code.toLowerCase());
  };
  return {
    find: (id) => coupons.get(id),
    findByCode: (code) => coupons.get(idsByCode.get(code.trim().toLowerCase()) ?? 0),
    save: (coupon) => {
      forget(coupon.id);
      coupons.set(coupon.id, coupon);
      idsByCode.set(coupon.code.toLowerCase(), coupon.id);
    },
    remove: ({ id }) => {
      forget(id);
      coupons.delete(id);
    },
    list: () => [...coupons.values()],
  };
}
