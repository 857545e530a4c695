import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHubDesk } from '../../state/hub-desk.ts';

/** The auth code by which the relay knows that a webhook is Clover's; it goes one way. */
export function OwnCodeForm() {
  const { verification, asking, refusals, setCode } = useHubDesk();
  const [appId, setAppId] = useState('');
  const [authCode, setAuthCode] = useState('');
  const refusal = refusals.get('set-code');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void setCode({ appId: appId.trim(), authCode: authCode.trim() }).then((isKept) => {
      if (isKept) setAuthCode('');
    });
  };
  return (
    <Stack component="form" gap="sm" onSubmit={submit} maw={560}>
      {refusal && <FailureNotice failure={refusal} />}
      <TextInput
        label={t('App ID of your app')}
        description={t('In Clover’s developer dashboard, under your app’s settings: 13 letters and figures')}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={appId}
        onChange={(event) => setAppId(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('Clover Auth Code')}
        description={t(
          'On the same page under Webhooks, after the verification. The relay keeps it sealed; it is never shown again',
        )}
        autoComplete="off"
        maxLength={60}
        visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the auth code') }}
        value={authCode}
        onChange={(event) => setAuthCode(event.currentTarget.value)}
      />
      <Group>
        <Button
          type="submit"
          variant="default"
          loading={asking.has('set-code')}
          disabled={appId.trim() === '' || authCode.trim() === ''}
        >
          {t('Give it to the relay')}
        </Button>
        <Text size="sm" role="status">
          {verification?.hasAuthCode && t('The relay knows an auth code.')}
        </Text>
      </Group>
    </Stack>
  );
}
