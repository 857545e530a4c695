import { Stack, Text, Title } from '@mantine/core';
import type { OrderDetailsShape } from '../../../src-preload/contract/order-shapes.ts';
import { formatMoney } from '../../components/money.ts';
import { compareTotals } from './order-totals.ts';

const TAX_WORDS = {
  till: 'counted by the till, at the same rates',
  line: 'as a line of its own, so that it is the store’s to the cent',
  included: 'in the prices',
  none: 'none',
} as const;

/** What the store and the till say that the order costs. */
export function TotalsView({ details }: { readonly details: OrderDetailsShape }) {
  const { order, ticket } = details;
  const { currency } = order;
  const { difference, tone, text } = compareTotals(details);
  return (
    <Stack component="section" gap="xs" aria-label="Totals">
      <Title order={3} size="h4">
        Totals
      </Title>
      <dl className="tb-totals">
        <div>
          <dt>Store</dt>
          <dd>{formatMoney(order.storeAmount, currency)}</dd>
        </div>
        <div>
          <dt>Till</dt>
          <dd>{formatMoney(order.tillAmount, currency)}</dd>
        </div>
        <div className="tb-tone" data-tone={tone}>
          <dt>Difference</dt>
          <dd>{formatMoney(difference, currency)}</dd>
        </div>
      </dl>
      <Text size="sm">{text}</Text>
      {ticket && (
        <Text size="sm" c="dimmed">
          {ticket.tipAmount > 0 && `With a tip of ${formatMoney(ticket.tipAmount, currency)}. `}
          {ticket.discounts.map(({ name, amount }) => `${name}: ${formatMoney(amount, currency)}. `).join('')}
          Tax{ticket.taxAmount > 0 ? ` ${formatMoney(ticket.taxAmount, currency)}` : ''}:{' '}
          {TAX_WORDS[ticket.tax]}.
        </Text>
      )}
    </Stack>
  );
}
