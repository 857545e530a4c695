import { Button, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { CopyField } from '../../components/copy-field.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { formatMoment } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { useHubDesk } from '../../state/hub-desk.ts';
import { OwnCodeForm } from './own-code-form.tsx';

/** Clover asks for its code within minutes of sending it. */
const ASK_EVERY_MS = 7_000;

/** Switching on the till's webhooks at Clover: the code that it sends, and the one that it then shows. */
export function VerificationCard() {
  const [isOpen, setIsOpen] = useState(false);
  const hasSharedApp = useHub((s) => s.hub?.relay?.hasSharedApp ?? false);
  const hasCode = useHubDesk((s) => s.verification?.hasAuthCode ?? s.facts?.hasCloverCode ?? null);
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('The till’s webhooks')}>
      <Stack gap={4}>
        <Title order={2}>{t('The till’s webhooks')}</Title>
        <HelpText>
          {t(
            hasSharedApp
              ? 'The app of this relay sends them already. Only a developer app of your own has to be verified here, once.'
              : 'Your developer app at Clover has to be verified here, once.',
          )}
        </HelpText>
        {hasCode === false && (
          <Text size="sm">{t('The relay does not know the auth code of the till’s webhooks yet.')}</Text>
        )}
      </Stack>
      <Group>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'Close' : 'Verify a developer app')}
        </Button>
      </Group>
      {isOpen && (
        <>
          <CodeHelper />
          <OwnCodeForm />
        </>
      )}
    </Stack>
  );
}

/** Asks again and again while it is open. */
function CodeHelper() {
  const { verification, asking, refusals, checkCode } = useHubDesk();
  useInterval(() => void checkCode(), ASK_EVERY_MS, { autoInvoke: true });
  useEffect(() => void checkCode(), [checkCode]);
  const refusal = refusals.get('code');
  const code = verification?.code ?? null;
  return (
    <Stack gap="sm">
      <List type="ordered" size="sm" c="dimmed">
        <List.Item>
          {t(
            'In your app at Clover, under Webhooks, put in the webhook address from above and press Send Verification Code.',
          )}
        </List.Item>
        <List.Item>{t('Copy the code that appears here, and paste it there.')}</List.Item>
        <List.Item>{t('Clover then shows an auth code: put it in below.')}</List.Item>
      </List>
      <div role="status">
        {code === null ? (
          <Group gap="sm" wrap="nowrap">
            <Loader size="sm" aria-hidden />
            <Text>{t('Waiting for Clover’s code. It is looked for every seven seconds.')}</Text>
          </Group>
        ) : (
          <CopyField
            label={t('Clover’s verification code')}
            description={sayReceived(verification?.receivedMs)}
            value={code}
          />
        )}
      </div>
      {refusal && <FailureNotice failure={refusal} tone="waiting" />}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<RefreshCw size={14} aria-hidden />}
          loading={asking.has('code')}
          onClick={() => void checkCode()}
        >
          {t('Check now')}
        </Button>
      </Group>
    </Stack>
  );
}

const sayReceived = (atMs: number | null | undefined): string =>
  atMs == null
    ? t('Paste it on Clover’s page')
    : t('Paste it on Clover’s page. It came {{moment}}', { moment: formatMoment(atMs) });
