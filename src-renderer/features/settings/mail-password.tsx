import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useAlerts } from '../../state/alerts.ts';

/** Goes one way: it can be given or forgotten, never read again. */
export function MailPassword() {
  const { hasMailPassword, isKeepingPassword, failure, setMailPassword } = useAlerts();
  const [password, setPassword] = useState('');

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (password !== '' && (await setMailPassword(password))) setPassword('');
  }

  return (
    <Stack component="form" gap="xs" onSubmit={(event: FormEvent) => void keep(event)}>
      <Group align="flex-end" gap="sm">
        <PasswordInput
          flex="1 1 240px"
          maw={420}
          label="Password"
          description="Kept in this computer’s keychain, never in a file that can be read"
          placeholder={hasMailPassword ? 'A password is kept' : ''}
          autoComplete="off"
          maxLength={500}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={password === ''} loading={isKeepingPassword}>
          Keep password
        </Button>
        {hasMailPassword && (
          <Button variant="subtle" color="red.9" onClick={() => void setMailPassword('')}>
            Forget it
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {hasMailPassword ? 'A password is kept.' : 'No password is kept.'}
      </Text>
      {failure && <FailureNotice failure={failure} />}
    </Stack>
  );
}
