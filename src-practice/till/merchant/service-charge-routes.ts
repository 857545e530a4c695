import { createId, type TillContext } from '../context.ts';
import type { Route } from '../rest/call.ts';

/** `/default_service_charge`, as recorded; it can only be read (clover.md 7.4). */
export function createServiceChargeRoutes(till: TillContext): Route[] {
  const serviceCharge = {
    id: createId(till),
    name: 'Service Charge',
    enabled: false,
    percentage: 10,
    percentageDecimal: 100_000,
  };
  return [
    {
      method: 'GET',
      path: '/default_service_charge',
      area: 'merchant',
      answer: () => ({ body: serviceCharge }),
    },
  ];
}
