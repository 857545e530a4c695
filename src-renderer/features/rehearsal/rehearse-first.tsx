import { Anchor, Text } from '@mantine/core';
import { t } from '../../i18n/i18n.ts';
import { addressOf } from '../../state/navigation.ts';

/** Beside the first plan, for whoever wants to see all of it for a day before anything is written. */
export function RehearseFirst() {
  return (
    <Text size="sm" c="dimmed">
      {t('Not sure yet? See for a day what it would do to both sides.')}{' '}
      <Anchor underline="always" href={addressOf('rehearsal')} size="sm">
        {t('Rehearse first')}
      </Anchor>
    </Text>
  );
}
