import { Stack, Text, Title } from '@mantine/core';
import type { UpdateStateShape } from '../../../src-preload/contract/update-channels.ts';
import { t } from '../../i18n/i18n.ts';
import { dateLocale } from '../../i18n/locale.ts';

const formatDay = (atMs: number): string =>
  new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'long' }).format(atMs);

/** What the maker says of a version: plain text, shown as it is. */
export function ReleaseNotes({ offer }: { readonly offer: NonNullable<UpdateStateShape['offer']> }) {
  const { version, notes, releasedMs } = offer;
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        {t('What is new in {{version}}', { version })}
      </Title>
      {releasedMs !== null && (
        <Text size="sm" c="dimmed">
          {t('Released {{when}}', { when: formatDay(releasedMs) })}
        </Text>
      )}
      <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
        {notes.trim() === '' ? t('The maker has written nothing about it.') : notes.trim()}
      </Text>
    </Stack>
  );
}
