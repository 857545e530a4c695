import type { CloverId, WooId } from '../../domain/ids.ts';
import { describeModifierGroups } from '../../domain/modifier-groups.ts';
import { readMinorDigits } from '../../domain/money.ts';
import { knowGroups } from '../../domain/orders/choices/known-groups.ts';
import { matchChoices } from '../../domain/orders/choices/match-choices.ts';
import { readChoices } from '../../domain/orders/choices/read-choices.ts';
import { planAttention } from '../../domain/orders/ticket-attention.ts';
import type { LineMatch, TicketInput, TicketItem } from '../../domain/orders/ticket-input.ts';
import { planTicket } from '../../domain/orders/ticket-plan.ts';
import type { WebOrder, WebOrderLine } from '../../domain/orders/web-order.ts';
import type { StoreOption } from '../../domain/store-catalog.ts';
import type { TillItem, TillModifierGroup } from '../../domain/till-catalog.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Link } from '../ledger-ports.ts';
import type { Surroundings, SurroundingsKeeper } from '../live/surroundings.ts';
import { keepTrying } from '../patience.ts';
import type { TicketPlanner } from './order-context.ts';

/** Plans tickets from the order, the links, and the items as they are on the till now. */
export function createTicketPlanner(deps: ImportDeps, surroundings: SurroundingsKeeper): TicketPlanner {
  return {
    plan: async (order, tries) => {
      const input = await gather(order, tries, deps, surroundings);
      return input.ok ? succeed(planTicket(input.value)) : input;
    },
    planAttention: async (order, tries, why) => {
      const input = await gather(order, tries, deps, surroundings);
      return input.ok ? succeed(planAttention(input.value, why)) : input;
    },
  };
}

async function gather(
  order: WebOrder,
  attempt: number,
  deps: ImportDeps,
  surroundings: SurroundingsKeeper,
): Promise<Attempt<TicketInput>> {
  const around = await surroundings.read(false);
  if (!around.ok) return around;
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
      taxRates: new Map([...lists.taxRates.values()].map(({ id, rate }) => [id, rate])),
      freeLineRateIds: [],
      isTypeTaxable: true,
    },
    items: describeItems(links, items, defaults),
    choices: new Map(
      order.lines.map((line) => [line.id, matchLine(line, order, links, items, around.value)]),
    ),
    modifiers: new Map(
      [...lists.modifierGroups.values()].flatMap(({ modifiers }) =>
        modifiers.map((modifier): [CloverId, { priceAmount: number }] => [modifier.id, modifier]),
      ),
    ),
    rules: { customer: readCustomerRule(settings['orders.customer']), isEuAllowed: false, tipNames: [] },
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

function matchLine(
  line: WebOrderLine,
  order: WebOrder,
  links: ReadonlyMap<WooId, Link>,
  items: ReadonlyMap<CloverId, TillItem>,
  { lists, tillFacts }: Surroundings,
): LineMatch {
  const id = line.variationId ?? line.productId;
  const item = id === null ? undefined : items.get(links.get(id)?.cloverId as CloverId);
  const groups = (item?.modifierGroupIds ?? [])
    .map((groupId) => lists.modifierGroups.get(groupId))
    .filter((group): group is TillModifierGroup => group !== undefined);
  const digits = readMinorDigits(tillFacts.currency);
  const read = readChoices(line, {
    digits,
    pricesIncludeTax: order.pricesIncludeTax,
    known: knowGroups(describeModifierGroups(item?.modifierGroupIds ?? [], lists)),
    variationOptions: listOptions(item, lists),
  });
  const { matches, findings } = matchChoices(read, groups, {
    digits,
    quantity: line.quantity,
    formerNames: new Map(),
    storeAmounts: new Map(),
  });
  return {
    choices: matches,
    findings: findings.map(({ failure, isFlagged }) => ({ failure, isFlagged, storeLineId: line.id })),
  };
}

/** What makes the item one of its group: the store's variation has the same, and its line repeats it. */
function listOptions(item: TillItem | undefined, { itemGroups }: Surroundings['lists']): StoreOption[] {
  const group = item?.groupId ? itemGroups.get(item.groupId) : undefined;
  if (!item || !group) return [];
  return group.attributes.flatMap(({ name, options }) =>
    options.filter(({ id }) => item.optionIds.includes(id)).map((option) => ({ name, option: option.name })),
  );
}
