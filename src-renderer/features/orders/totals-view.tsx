import { Stack, Text, Title } from '@mantine/core';
import type { OrderDetailsShape } from '../../../src-preload/contract/order-shapes.ts';
import { formatMoney } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { compareTotals } from './order-totals.ts';

const TAX_WORDS = {
  till: t('counted by the till, at the same rates'),
  line: t('as a line of its own, so that it is the store’s to the cent'),
  included: t('in the prices'),
  none: t('none', { context: 'tax' }),
} as const;

/** What the store and the till say that the order costs. */
export function TotalsView({ details }: { readonly details: OrderDetailsShape }) {
  const { order, ticket } = details;
  const { currency } = order;
  const { difference, tone, text } = compareTotals(details);
  return (
    <Stack component="section" gap="xs" aria-label={t('Totals')}>
      <Title order={3} size="h4">
        {t('Totals')}
      </Title>
      <dl className="tb-totals">
        <div>
          <dt>{t('Store')}</dt>
          <dd>{formatMoney(order.storeAmount, currency)}</dd>
        </div>
        <div>
          <dt>{t('Till')}</dt>
          <dd>{formatMoney(order.tillAmount, currency)}</dd>
        </div>
        <div className="tb-tone" data-tone={tone}>
          <dt>{t('Difference')}</dt>
          <dd>{formatMoney(difference, currency)}</dd>
        </div>
      </dl>
      <Text size="sm">{text}</Text>
      {ticket && (
        <Text size="sm" c="dimmed">
          {ticket.tipAmount > 0 &&
            `${t('With a tip of {{amount}}.', { amount: formatMoney(ticket.tipAmount, currency) })} `}
          {ticket.discounts.map(({ name, amount }) => `${name}: ${formatMoney(amount, currency)}. `).join('')}
          {ticket.taxAmount > 0
            ? t('Tax {{amount}}: {{how}}.', {
                amount: formatMoney(ticket.taxAmount, currency),
                how: TAX_WORDS[ticket.tax],
              })
            : t('Tax: {{how}}.', { how: TAX_WORDS[ticket.tax] })}
        </Text>
      )}
    </Stack>
  );
}
