import type { CloverId, WooId } from '../../domain/ids.ts';
import { readMinorDigits } from '../../domain/money.ts';
import { planAttention } from '../../domain/orders/ticket-attention.ts';
import type { TicketInput, TicketItem } from '../../domain/orders/ticket-input.ts';
import { planTicket } from '../../domain/orders/ticket-plan.ts';
import type { WebOrder } from '../../domain/orders/web-order.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Link } from '../ledger-ports.ts';
import type { SurroundingsKeeper } from '../live/surroundings.ts';
import { keepTrying } from '../patience.ts';
import { matchLine } from './line-choices.ts';
import type { DeskKeeper, TicketPlanner } from './order-context.ts';

export interface PlannerParts {
  readonly surroundings: SurroundingsKeeper;
  readonly desk: Pick<DeskKeeper, 'isTypeTaxable'>;
}

/** Plans tickets from the order, the links, and the items as they are on the till now. */
export function createTicketPlanner(deps: ImportDeps, parts: PlannerParts): TicketPlanner {
  return {
    plan: async (order, tries) => {
      const input = await gather(order, tries, deps, parts);
      return input.ok ? succeed(planTicket(input.value)) : input;
    },
    planAttention: async (order, tries, why) => {
      const input = await gather(order, tries, deps, parts);
      return input.ok ? succeed(planAttention(input.value, why)) : input;
    },
  };
}

async function gather(
  order: WebOrder,
  attempt: number,
  deps: ImportDeps,
  { surroundings, desk }: PlannerParts,
): Promise<Attempt<TicketInput>> {
  const around = await surroundings.read(false);
  if (!around.ok) return around;
  const isTaxable = await desk.isTypeTaxable();
  if (!isTaxable.ok) return isTaxable;
  const links = findLinks(order, deps);
  const ids = [...new Set([...links.values()].map(({ cloverId }) => cloverId))];
  const read = ids.length === 0 ? null : await keepTrying(deps, () => deps.till.readItems(ids));
  if (read !== null && read.kind !== 'done') return fail(read.failure);
  const items = new Map((read?.value ?? []).map((item) => [item.id, item]));
  const { lists, settings, tillFacts } = around.value;
  const defaults = [...lists.taxRates.values()].filter(({ isDefault }) => isDefault).map(({ id }) => id);
  return succeed({
    order,
    attempt,
    shopSalt: deps.shop,
    till: {
      currency: tillFacts.currency,
      digits: readMinorDigits(tillFacts.currency),
      country: tillFacts.country,
      pricesIncludeTax: tillFacts.pricesIncludeTax,
      taxRates: new Map(
        [...lists.taxRates.values()].map(({ id, rate, isFlat }) => [id, isFlat ? Number.NaN : rate]),
      ),
      freeLineRateIds: defaults,
      isTypeTaxable: isTaxable.value,
    },
    items: describeItems(links, items, defaults),
    choices: new Map(
      order.lines.map((line) => [
        line.id,
        matchLine(line, order, { links, items, ledger: deps.ledger }, around.value),
      ]),
    ),
    modifiers: new Map(
      [...lists.modifierGroups.values()].flatMap(({ modifiers }) =>
        modifiers.map((modifier): [CloverId, { priceAmount: number }] => [modifier.id, modifier]),
      ),
    ),
    rules: {
      customer: readCustomerRule(settings['orders.customer']),
      isEuAllowed: settings['orders.euCustomers'] === 'on',
      tipNames: settings['orders.tipNames'].split(',').filter((name) => name.trim() !== ''),
    },
  });
}

const readCustomerRule = (value: string): 'full' | 'name' | 'none' =>
  value === 'full' || value === 'none' ? value : 'name';

/** By the store's id of what was sold: the variation where there is one. */
function findLinks(order: WebOrder, { ledger }: ImportDeps): ReadonlyMap<WooId, Link> {
  const links = new Map<WooId, Link>();
  for (const { productId, variationId } of order.lines) {
    const id = variationId ?? productId;
    if (id === null || links.has(id)) continue;
    const link = ledger.links.findByWoo(variationId === null ? 'product' : 'variation', id);
    if (link) links.set(id, link);
  }
  return links;
}

function describeItems(
  links: ReadonlyMap<WooId, Link>,
  items: ReadonlyMap<CloverId, TillItem>,
  defaults: readonly CloverId[],
): ReadonlyMap<WooId, TicketItem> {
  const described = new Map<WooId, TicketItem>();
  for (const [wooId, { cloverId }] of links) {
    const item = items.get(cloverId);
    if (!item) continue;
    const taxRateIds = [...new Set([...item.taxRateIds, ...(item.usesDefaultTaxes ? defaults : [])])];
    described.set(wooId, { id: item.id, name: item.name, taxRateIds });
  }
  return described;
}
