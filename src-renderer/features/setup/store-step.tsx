import { PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { useSetup } from '../../state/setup.ts';
import { useStatus } from '../../state/status.ts';
import { useStoreApproval } from '../../state/store-approval.ts';
import { AddressInput } from '../relay/address-input.tsx';
import { ApprovalSection } from '../relay/approval-section.tsx';
import { RelayOffer } from '../relay/relay-offer.tsx';
import { AlreadyConnected } from './already-connected.tsx';
import { StepActions } from './step-actions.tsx';

const NEEDS_RELAY = t(
  'Connecting with one click, without keys, needs a relay: a store hands its keys only to an address on the internet.',
);

/** The store through its own approval page where a relay is connected, or by its REST API keys. */
export function StoreStep() {
  const hasRelay = useHub((s) => (s.hub?.relay ?? null) !== null);
  const [url, setUrl] = useState('');
  useApproved();
  const typed = { url, changeUrl: setUrl };
  return (
    <Stack gap="md" maw={640}>
      {hasRelay && (
        <Stack component="section" className="tb-card" gap="md" aria-label={t('With one click')}>
          <Title order={2}>{t('Connect the store')}</Title>
          <ConnectedStore />
          <ApprovalSection {...typed} />
        </Stack>
      )}
      <KeyForm {...typed} isAlone={!hasRelay} />
      <RelayOffer why={NEEDS_RELAY} />
    </Stack>
  );
}

/** Once the store has handed over its keys, the setup goes on. */
function useApproved(): void {
  const go = useSetup((s) => s.go);
  const step = useStoreApproval((s) => s.approval?.step);
  const wasWaiting = useRef(false);
  useEffect(() => {
    if (wasWaiting.current && step === 'done') go(3);
    wasWaiting.current = step === 'waiting';
  }, [step, go]);
}

function ConnectedStore() {
  const store = useStatus((s) => s.status?.store ?? null);
  return store && <AlreadyConnected name={store.name} isPractice={store.isPractice} step={3} />;
}

interface KeyFormProps {
  /** No relay offers another way. */
  readonly isAlone: boolean;
  readonly url: string;
  readonly changeUrl: (url: string) => void;
}

/** The store by its address and its REST API keys. */
function KeyForm({ isAlone, url, changeUrl }: KeyFormProps) {
  const { doing, connectStore } = useSetup();
  const [key, setKey] = useState('');
  const [secret, setSecret] = useState('');
  const isReady = [url, key, secret].every((text) => text.trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void connectStore({ url: url.trim(), key: key.trim(), secret: secret.trim() });
  };
  return (
    <Stack component="form" className="tb-card" gap="md" onSubmit={submit}>
      {isAlone ? (
        <Title order={2}>{t('Connect the store')}</Title>
      ) : (
        <Title order={3} size="h4">
          {t('Or with keys')}
        </Title>
      )}
      <HelpText>
        {t(
          'In WordPress: WooCommerce, Settings, Advanced, REST API, Add key. Choose Read/Write, then copy both keys: the secret is shown once.',
        )}
      </HelpText>
      {isAlone && <ConnectedStore />}
      <AddressInput label={t('Address of the store')} url={url} change={changeUrl} />
      <TextInput
        label={t('Consumer key')}
        description={t('Begins with ck_')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('Consumer secret')}
        description={t('Begins with cs_; kept sealed on this computer')}
        autoComplete="off"
        maxLength={200}
        visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the secret') }}
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <StepActions word={t('Connect the store')} isBusy={doing === 'store'} isDisabled={!isReady} />
    </Stack>
  );
}
