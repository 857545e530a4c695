import { Stack, Text, Title } from '@mantine/core';
import type { OrderEventShape } from '../../../src-preload/contract/order-shapes.ts';
import { t } from '../../i18n/i18n.ts';
import { dateLocale } from '../../i18n/locale.ts';
import { nameEvent } from './order-words.ts';

const CLOCK: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', second: '2-digit' };
const DAY: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', ...CLOCK };

/** Everything that happened to an order, in its order. */
export function OrderTimeline({ events }: { readonly events: readonly OrderEventShape[] }) {
  const firstMs = events[0]?.atMs ?? 0;
  const lastMs = events.at(-1)?.atMs ?? 0;
  const isOneDay = new Date(firstMs).toDateString() === new Date(lastMs).toDateString();
  const format = new Intl.DateTimeFormat(dateLocale(), isOneDay ? CLOCK : DAY);
  return (
    <Stack component="section" gap="xs" aria-label={t('Timeline')}>
      <Title order={3} size="h4">
        {t('Timeline')}
      </Title>
      {events.length === 0 ? (
        <Text c="dimmed">{t('Nothing has happened yet.')}</Text>
      ) : (
        <ol className="tb-timeline">
          {events.map((event) => (
            <li key={event.id}>
              <time dateTime={new Date(event.atMs).toISOString()}>{format.format(event.atMs)}</time>
              <div>
                <Text size="sm" fw={500}>
                  {nameEvent(event)}
                </Text>
                {event.text !== '' && <Text size="sm">{event.text}</Text>}
                {event.requestId !== '' && (
                  <Text
                    size="xs"
                    c="dimmed"
                    ff="monospace"
                    title={t('The till’s or store’s number of this request')}
                  >
                    {event.requestId}
                  </Text>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Stack>
  );
}
