import { Stack, Text } from '@mantine/core';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatMoment, TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { Trans } from '../../i18n/trans.tsx';
import { useRehearsal } from '../../state/rehearsal.ts';
import { hasLooked } from './held-words.ts';

/** How far it is, and what the brake would have stopped. */
export function RehearsalNotes() {
  const state = useRehearsal((s) => s.state);
  if (state?.startedMs == null) return null;
  const { startedMs, lastPassMs, failure, brakes } = state;
  return (
    <Stack gap="sm">
      {startedMs > 0 && (
        <Text role="status">
          {t('Since {{moment}}.', { moment: formatMoment(startedMs) })}{' '}
          {lastPassMs === null || !hasLooked(state) ? (
            t('Both sides are being looked at for the first time.')
          ) : (
            <Trans i18nKey="Last look <when/>." components={{ when: <TimeAgo atMs={lastPassMs} /> }} />
          )}
        </Text>
      )}
      {failure && <FailureNotice failure={failure} />}
      {brakes.map(({ message }) => (
        <Text key={message} className="tb-tone tb-notice" data-tone="waiting">
          {t('The brake would have stopped this:')} {message}
        </Text>
      ))}
    </Stack>
  );
}
