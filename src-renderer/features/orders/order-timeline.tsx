import { List, Stack, Text, Title } from '@mantine/core';
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
              </div>
            </li>
          ))}
        </ol>
      )}
      <Requests events={events.filter(({ requestId }) => requestId !== '')} />
    </Stack>
  );
}

/** Under these numbers the till's and the store's own support find what was asked of them. */
function Requests({ events }: { readonly events: readonly OrderEventShape[] }) {
  if (events.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed">
        {t('Numbers of the requests, for support')}
      </Text>
      <List size="xs" mt={6} listStyleType="none">
        {events.map((event) => (
          <List.Item key={event.id}>
            {nameEvent(event)}: <code>{event.requestId}</code>
          </List.Item>
        ))}
      </List>
    </details>
  );
}
