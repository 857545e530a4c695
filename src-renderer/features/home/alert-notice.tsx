import { Button, Group, Stack, Text } from '@mantine/core';
import { BellRing } from 'lucide-react';
import { TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { Trans } from '../../i18n/trans.tsx';
import type { AlertNeed } from './list-needs.ts';

/** An alert that nobody has seen: what happened, what to do, and a way to say that it is known. */
export function AlertNotice({ alert, open, see }: AlertNeed) {
  const { title, body, isUrgent, count, lastMs } = alert;
  return (
    <div className="tb-tone tb-notice" data-tone={isUrgent ? 'bad' : 'waiting'}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <BellRing size={20} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
        <Stack gap={6} flex={1}>
          <Text fw={600}>{title}</Text>
          <Text size="sm">{body}</Text>
          <Group justify="space-between" gap="sm" mih={20}>
            <Group gap="xs">
              {open && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={open}
                  aria-label={`${t('Open', { context: 'verb' })}: ${title}`}
                >
                  {t('Open', { context: 'verb' })}
                </Button>
              )}
              <Button size="xs" variant="default" onClick={see} aria-label={`${t('Seen')}: ${title}`}>
                {t('Seen')}
              </Button>
            </Group>
            <Text size="xs">
              {count > 1 ? (
                <Trans
                  i18nKey="{{times}} times, last <ago/>"
                  values={{ times: count }}
                  components={{ ago: <TimeAgo atMs={lastMs} /> }}
                />
              ) : (
                <TimeAgo atMs={lastMs} />
              )}
            </Text>
          </Group>
        </Stack>
      </Group>
    </div>
  );
}
