import { Stack, Title } from '@mantine/core';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { AlertKinds } from './alert-kinds.tsx';
import { MailSection } from './mail-section.tsx';
import { SettingField } from './setting-field.tsx';
import { ALERT_KIND_KEYS } from './told-by.ts';

const NOTIFICATIONS = [
  'alerts.desktop',
  'alerts.sound',
  'alerts.quietFrom',
  'alerts.quietTo',
  'alerts.repeatMinutes',
];

/** How a person hears of what happens while the window is closed. */
export function AlertsTab() {
  return (
    <>
      <Stack component="section" className="tb-card" gap="lg" aria-label={t('On this computer')}>
        <Stack gap={4}>
          <Title order={2}>{t('On this computer')}</Title>
          <HelpText>{t('Whatever was told stands on Home too, until you have seen it.')}</HelpText>
        </Stack>
        {NOTIFICATIONS.map((key) => (
          <SettingField key={key} name={key} />
        ))}
      </Stack>
      <AlertKinds
        title={t('What you are told')}
        text={t(
          'Several of a kind come as one. What is urgent minds no quiet hours and is told again until you have seen it.',
        )}
        keys={ALERT_KIND_KEYS}
      />
      <MailSection />
    </>
  );
}
