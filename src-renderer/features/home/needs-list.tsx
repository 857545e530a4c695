import { Stack, Title } from '@mantine/core';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { AlertNotice } from './alert-notice.tsx';
import type { AlertNeed } from './list-needs.ts';
import type { Need } from './need.ts';

export interface NeedsListProps {
  readonly needs: readonly Need[];
  readonly alerts: readonly AlertNeed[];
}

/** The things that wait for a person, each with its one action. */
export function NeedsList({ needs, alerts }: NeedsListProps) {
  if (needs.length + alerts.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-label={t('Needs you')}>
      <Title order={2}>{t('Needs you')}</Title>
      {alerts.map((need) => (
        <AlertNotice key={need.alert.id} {...need} />
      ))}
      {needs.map(({ failure, tone = 'bad', action, also }) => (
        <FailureNotice
          key={`${failure.code} ${failure.message}`}
          failure={failure}
          tone={tone}
          action={action}
          {...(also ? { also } : {})}
        />
      ))}
    </Stack>
  );
}
