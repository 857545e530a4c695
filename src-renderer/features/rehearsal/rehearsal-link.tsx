import { Anchor, Stack, Title } from '@mantine/core';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { addressOf } from '../../state/navigation.ts';

/** The way to it from the settings. */
export function RehearsalLink() {
  return (
    <Stack component="section" className="tb-card" gap="xs" aria-label={t('Rehearsal')}>
      <Title order={2}>{t('Rehearsal')}</Title>
      <HelpText>
        {t(
          'Runs against the real till and the real store with every write held back, and lists what would have happened.',
        )}
      </HelpText>
      <Anchor href={addressOf('rehearsal')}>{t('Open the rehearsal')}</Anchor>
    </Stack>
  );
}
