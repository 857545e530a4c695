import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useAlerts } from '../../state/alerts.ts';

export interface MailPasswordProps {
  /** As far as it is typed; empty once it is kept. */
  readonly password: string;
  readonly change: (password: string) => void;
  readonly keep: () => void;
}

/** Goes one way: it can be given or forgotten, never read again. */
export function MailPassword({ password, change, keep }: MailPasswordProps) {
  const { hasMailPassword, isKeepingPassword, failure, setMailPassword } = useAlerts();

  function submit(event: FormEvent): void {
    event.preventDefault();
    keep();
  }

  return (
    <Stack component="form" gap="xs" onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <PasswordInput
          flex="1 1 240px"
          maw={420}
          label={t('Password')}
          description={t('Kept sealed on this computer')}
          placeholder={hasMailPassword ? t('A password is kept') : ''}
          autoComplete="off"
          maxLength={500}
          visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the password') }}
          value={password}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={password === ''} loading={isKeepingPassword}>
          {t('Keep password')}
        </Button>
        {hasMailPassword && (
          <Button variant="default" onClick={() => void setMailPassword('')}>
            {t('Forget it')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {t(hasMailPassword ? 'A password is kept.' : 'No password is kept.')}
      </Text>
      {failure && <FailureNotice failure={failure} />}
    </Stack>
  );
}
