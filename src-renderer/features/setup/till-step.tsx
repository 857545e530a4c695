import { Anchor, NativeSelect, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { InputOf } from '../../../src-preload/contract/channels.ts';
import { HelpText } from '../../components/help-text.tsx';
import { useSetup } from '../../state/setup.ts';
import { useStatus } from '../../state/status.ts';
import { AlreadyConnected } from './already-connected.tsx';
import { StepActions } from './step-actions.tsx';

type Credentials = InputOf<'till:connect'>;

const REGIONS: readonly { readonly value: Credentials['environment']; readonly label: string }[] = [
  { value: 'na', label: 'North America' },
  { value: 'eu', label: 'Europe' },
  { value: 'la', label: 'Latin America' },
  { value: 'sandbox', label: 'Sandbox (a test merchant)' },
];

/** The till by its merchant id and an API token. */
export function TillStep() {
  const { doing, connectTill } = useSetup();
  const till = useStatus((s) => s.status?.till ?? null);
  const [environment, setEnvironment] = useState<Credentials['environment']>('na');
  const [merchantId, setMerchantId] = useState('');
  const [token, setToken] = useState('');
  const [apiUrl, setApiUrl] = useState<string | null>(null);
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
    <Stack component="form" className="tb-card" gap="md" maw={640} onSubmit={submit}>
      <Title order={2}>Connect the till</Title>
      <HelpText>
        In Clover’s web dashboard: Account &amp; Setup, then API Tokens, then Create new token. It needs
        Merchant (read) and Inventory (read and write).
      </HelpText>
      {till && <AlreadyConnected name={till.name} isPractice={till.isPractice} step={2} />}
      <NativeSelect
        label="Region"
        description="Where your Clover account is"
        data={REGIONS.map((region) => ({ ...region }))}
        value={environment}
        onChange={(event) => setEnvironment(findRegion(event.currentTarget.value))}
      />
      <TextInput
        label="Merchant id"
        description="13 letters and figures, in the address of the dashboard after /m/"
        error={isOddId(merchantId) ? 'A merchant id has 13 letters and figures, without blanks.' : null}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={merchantId}
        onChange={(event) => setMerchantId(event.currentTarget.value)}
      />
      <PasswordInput
        label="API token"
        description="Kept sealed on this computer"
        autoComplete="off"
        maxLength={500}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the token' }}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
      />
      <AddressField address={apiUrl} change={setApiUrl} />
      <StepActions word="Connect the till" isBusy={doing === 'till'} isDisabled={!isReady} />
    </Stack>
  );
}

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
        Use another server
      </Anchor>
    );
  return (
    <TextInput
      label="Address of the API"
      description="Only for a practice or test server; empty for Clover itself"
      placeholder="http://127.0.0.1:8001"
      maxLength={300}
      value={address}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

const findRegion = (value: string): Credentials['environment'] =>
  REGIONS.find((region) => region.value === value)?.value ?? 'na';
