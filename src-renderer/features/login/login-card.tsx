import { NativeSelect, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useStatus } from '../../state/status.ts';
import { useTillLogin } from '../../state/till-login.ts';
import { LoginSection } from './login-section.tsx';
import { isRegion, listRegions, type RegionChoice } from './region-words.ts';

/** Connects the till anew, without going through the setup. */
export function LoginCard() {
  const till = useStatus((s) => s.status?.till ?? null);
  const canPractise = useTillLogin((s) => s.login?.canPractise ?? false);
  const [chosen, setChosen] = useState<RegionChoice | null>(null);
  const region = chosen ?? (till?.isPractice && canPractise ? 'practice' : (till?.environment ?? 'na'));
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Connect with Clover')}>
      <Title order={2}>{t(till ? 'Connect the till again' : 'Connect the till')}</Title>
      <HelpText>
        {t(
          'Clover’s own page opens in your browser, where you let Tillbridge in; no API token is needed. Links and history stay.',
        )}
      </HelpText>
      <NativeSelect
        maw={420}
        label={t('Region')}
        description={t('Where your Clover account is')}
        data={listRegions(canPractise)}
        value={region}
        onChange={(event) => setChosen(readRegion(event.currentTarget.value))}
      />
      <LoginSection region={region} apiUrl={null} />
    </Stack>
  );
}

export const readRegion = (value: string): RegionChoice =>
  value === 'practice' || isRegion(value) ? value : 'na';
