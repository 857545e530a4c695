import { createId, type TillContext } from '../context.ts';
import type { Route } from '../rest/call.ts';

/** Gives a new merchant the one service charge there is; more cannot be made by API (clover.md 7.4). */
export function addServiceCharge(till: TillContext): void {
  till.state.serviceCharges.put({
    id: createId(till),
    name: 'Service Charge',
    enabled: false,
    percentage: 10,
    percentageDecimal: 100_000,
  });
}

/** `/default_service_charge`, as recorded; it can only be read (clover.md 7.4). */
export function createServiceChargeRoutes(till: TillContext): Route[] {
  const [serviceCharge] = till.state.serviceCharges.values();
  return [
    {
      method: 'GET',
      path: '/default_service_charge',
      area: 'merchant',
      answer: () => ({ body: serviceCharge }),
    },
  ];
}
