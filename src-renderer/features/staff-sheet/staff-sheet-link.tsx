import { Anchor, Stack, Title } from '@mantine/core';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { addressOf } from '../../state/navigation.ts';

/** Below the settings that it is made of. */
export function StaffSheetLink() {
  return (
    <Stack component="section" className="tb-card" gap="xs" aria-label={t('Staff sheet')}>
      <Title order={2}>{t('Staff sheet')}</Title>
      <HelpText>
        {t('One page for the wall beside the till: what to change where, made from these settings.')}
      </HelpText>
      <Anchor href={addressOf('staff-sheet')}>{t('Open the staff sheet')}</Anchor>
    </Stack>
  );
}
