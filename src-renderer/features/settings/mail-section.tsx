import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useAlerts } from '../../state/alerts.ts';
import { useSettings } from '../../state/settings.ts';
import { MailPassword } from './mail-password.tsx';
import { SettingField } from './setting-field.tsx';

const ADDRESSES = ['alerts.mail', 'alerts.mailTo', 'alerts.mailFrom'];
const SERVER = ['alerts.smtpHost', 'alerts.smtpPort', 'alerts.smtpSecurity', 'alerts.smtpUser'];

/** E-mail through the merchant's own account, and a test of it. */
export function MailSection() {
  const [password, setPassword] = useState('');
  const { testMail, setMailPassword } = useAlerts();

  /** Answers whether no password is left to be kept. */
  async function keep(): Promise<boolean> {
    const isKept = password === '' || (await setMailPassword(password));
    if (isKept) setPassword('');
    return isKept;
  }

  /** What was typed and not yet kept is meant too. */
  async function test(): Promise<void> {
    if (await keep()) await testMail();
  }

  return (
    <Stack component="section" className="tb-card" gap="lg" aria-label={t('E-mail')}>
      <Stack gap={4}>
        <Title order={2}>{t('E-mail')}</Title>
        <HelpText>
          {t(
            'Sent through your own e-mail account, so that you hear of trouble when you are not in the shop. Your provider calls these details “SMTP”.',
          )}
        </HelpText>
      </Stack>
      {[...ADDRESSES, ...SERVER].map((key) => (
        <SettingField key={key} name={key} />
      ))}
      <MailPassword password={password} change={setPassword} keep={() => void keep()} />
      <MailTest test={() => void test()} />
    </Stack>
  );
}

function MailTest({ test }: { readonly test: () => void }) {
  const { isTestingMail, mailTest } = useAlerts();
  const isOn = useSettings((s) => s.settings?.get('alerts.mail')?.value === 'on');
  return (
    <Stack gap="sm">
      <Group>
        <Button
          variant="default"
          leftSection={<Send size={16} aria-hidden />}
          loading={isTestingMail}
          onClick={test}
        >
          {t('Send a test mail')}
        </Button>
      </Group>
      {mailTest?.ok && (
        <Text role="status" className="tb-tone tb-notice" data-tone="good">
          {t(
            'The mail server took a test mail to {{address}}. Look whether it has arrived, also among spam.',
            {
              address: mailTest.value.to,
            },
          )}
          {!isOn && ` ${t('E-mail is still switched off above, so no alert is sent yet.')}`}
        </Text>
      )}
      {mailTest && !mailTest.ok && <FailureNotice failure={mailTest.failure} />}
    </Stack>
  );
}
