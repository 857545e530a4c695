import { Button, Group, Stack, Text } from '@mantine/core';
import { LogIn } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../i18n/i18n.ts';
import { useStatus } from '../../state/status.ts';
import { useTillLogin } from '../../state/till-login.ts';
import { describeAccess } from './access-words.ts';
import { LoginWaiting } from './login-waiting.tsx';
import { type OwnApp, OwnAppFields } from './own-app-fields.tsx';
import { REGION_WORDS, type RegionChoice } from './region-words.ts';

export interface LoginSectionProps {
  readonly region: RegionChoice;
  /** Another server than the region's; null: Clover itself. */
  readonly apiUrl: string | null;
}

/** One click to Clover's own page and back, with a developer app of one's own where one is wanted. */
export function LoginSection({ region, apiUrl }: LoginSectionProps) {
  const { login, isBusy, refusal, load, begin } = useTillLogin();
  const [typed, setTyped] = useState<OwnApp | null>(null);
  const knownId = useStatus((s) => s.status?.till?.login?.appId ?? '');
  useEffect(() => void load(), [load]);
  if (!login) return null;
  if (login.step === 'waiting') return <LoginWaiting />;
  const isPractice = region === 'practice';
  const isNeeded = !login.hasApp && !isPractice;
  const app = typed ?? (isNeeded ? { id: knownId, secret: '' } : null);
  const failure = refusal ?? (login.step === 'failed' ? login.failure : null);
  const start = (): void =>
    void begin({
      environment: isPractice ? 'sandbox' : region,
      isPractice,
      apiUrl: isPractice ? null : apiUrl,
      appId: app?.id.trim() || null,
      appSecret: app?.secret.trim() || null,
    });
  const fields = (
    <OwnAppFields app={app} isNeeded={isNeeded} redirectUri={login.redirectUri} change={setTyped} />
  );
  return (
    <Stack gap="sm">
      {failure && <FailureNotice failure={failure} />}
      {login.step === 'done' && <LoginResult />}
      {isNeeded && fields}
      <Group>
        <Button
          leftSection={<LogIn size={16} aria-hidden />}
          loading={isBusy}
          disabled={isNeeded && (app?.id.trim() ?? '') === ''}
          onClick={start}
        >
          {t('Connect with Clover')}
        </Button>
      </Group>
      {!isNeeded && fields}
    </Stack>
  );
}

/** Who is connected now. */
function LoginResult() {
  const till = useStatus((s) => s.status?.till ?? null);
  const nowMs = useNow();
  // Disconnected since, or ended: the card of the till says so.
  if (!till?.login || till.login.isLost) return null;
  const region = till.isPractice ? t('Practice, on this computer') : REGION_WORDS[till.environment];
  return (
    <Stack className="tb-tone tb-notice" data-tone="good" gap="xs" role="status">
      <Group gap="sm">
        <StatusBadge tone="good" word={t('Connected')} />
        <Text fw={600}>{till.name}</Text>
      </Group>
      <Facts
        facts={[
          [t('Merchant'), till.merchantId],
          [t('Region'), region],
          [t('Access'), describeAccess(till.login, nowMs)],
        ]}
      />
    </Stack>
  );
}
