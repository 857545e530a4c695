import { Anchor, NativeSelect, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useSetup } from '../../state/setup.ts';
import { useStatus } from '../../state/status.ts';
import { useTillLogin } from '../../state/till-login.ts';
import { readRegion } from '../login/login-card.tsx';
import { LoginSection } from '../login/login-section.tsx';
import { listRegions, type Region, type RegionChoice } from '../login/region-words.ts';
import { AlreadyConnected } from './already-connected.tsx';
import { StepActions } from './step-actions.tsx';

/** The till through Clover's own page, or by its merchant id and an API token. */
export function TillStep() {
  const till = useStatus((s) => s.status?.till ?? null);
  const canPractise = useTillLogin((s) => s.login?.canPractise ?? false);
  const [region, setRegion] = useState<RegionChoice>('na');
  const [apiUrl, setApiUrl] = useState<string | null>(null);
  return (
    <Stack gap="md" maw={640}>
      <Stack component="section" className="tb-card" gap="md" aria-label={t('With Clover')}>
        <Title order={2}>{t('Connect the till')}</Title>
        <HelpText>
          {t('Clover’s own page opens in your browser. Log in there and choose Allow: that is all.')}
        </HelpText>
        {till && <AlreadyConnected name={till.name} isPractice={till.isPractice} step={2} />}
        <NativeSelect
          label={t('Region')}
          description={t('Where your Clover account is')}
          data={listRegions(canPractise)}
          value={region}
          onChange={(event) => setRegion(readRegion(event.currentTarget.value))}
        />
        <LoginSection region={region} apiUrl={apiUrl?.trim() || null} />
      </Stack>
      {/* Typed for one region, a token is not carried to another. */}
      <TokenForm
        key={region}
        region={region === 'practice' ? 'sandbox' : region}
        apiUrl={apiUrl}
        changeApiUrl={setApiUrl}
      />
    </Stack>
  );
}

interface TokenFormProps {
  readonly region: Region;
  readonly apiUrl: string | null;
  readonly changeApiUrl: (address: string) => void;
}

/** The till by its merchant id and an API token. */
function TokenForm({ region: environment, apiUrl, changeApiUrl }: TokenFormProps) {
  const { doing, connectTill } = useSetup();
  const [merchantId, setMerchantId] = useState('');
  const [token, setToken] = useState('');
  const isReady = merchantId.trim() !== '' && !isOddId(merchantId) && token.trim() !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void connectTill({
      environment,
      apiUrl: apiUrl?.trim() || null,
      merchantId: merchantId.trim(),
      token: token.trim(),
    });
  };
  return (
    <Stack component="form" className="tb-card" gap="md" onSubmit={submit}>
      <Title order={3} size="h4">
        {t('Or with an API token')}
      </Title>
      <HelpText>
        {t(
          'In Clover’s web dashboard: Account & Setup, then API Tokens, then Create new token. It needs Merchant (read) and Inventory (read and write).',
        )}
      </HelpText>
      <TextInput
        label={t('Merchant id')}
        description={t('13 letters and figures, in the address of the dashboard after /m/')}
        error={isOddId(merchantId) ? t('A merchant id has 13 letters and figures, without blanks.') : null}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={merchantId}
        onChange={(event) => setMerchantId(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('API token')}
        description={t('Kept sealed on this computer')}
        autoComplete="off"
        maxLength={500}
        visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the token') }}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
      />
      <AddressField address={apiUrl} change={changeApiUrl} />
      <StepActions word={t('Connect the till')} isBusy={doing === 'till'} isDisabled={!isReady} />
    </Stack>
  );
}

const EXAMPLE_ADDRESS = 'http://127.0.0.1:8001';

const MERCHANT_ID = /^[0-9a-z]{13}$/i;

/** Not one, and not merely unfinished. */
const isOddId = (typed: string): boolean =>
  typed.trim() !== '' &&
  !MERCHANT_ID.test(typed.trim()) &&
  (typed.trim().length > 12 || /[^0-9a-z]/i.test(typed.trim()));

interface AddressFieldProps {
  /** null: not asked for. */
  readonly address: string | null;
  readonly change: (address: string) => void;
}

/** Most never need it, so it waits behind a few words. */
function AddressField({ address, change }: AddressFieldProps) {
  if (address === null)
    return (
      <Anchor component="button" type="button" size="sm" ta="left" w="fit-content" onClick={() => change('')}>
        {t('Use another server')}
      </Anchor>
    );
  return (
    <TextInput
      label={t('Address of the API')}
      description={t('Only for a practice or test server; empty for Clover itself')}
      placeholder={EXAMPLE_ADDRESS}
      maxLength={300}
      value={address}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
