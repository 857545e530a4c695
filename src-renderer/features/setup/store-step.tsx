import { PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { HelpText } from '../../components/help-text.tsx';
import { useSetup } from '../../state/setup.ts';
import { useStatus } from '../../state/status.ts';
import { AlreadyConnected } from './already-connected.tsx';
import { StepActions } from './step-actions.tsx';

/** The store by its address and its REST API keys. */
export function StoreStep() {
  const { doing, connectStore } = useSetup();
  const store = useStatus((s) => s.status?.store ?? null);
  const [url, setUrl] = useState('');
  const [key, setKey] = useState('');
  const [secret, setSecret] = useState('');
  const isReady = [url, key, secret].every((text) => text.trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void connectStore({ url: url.trim(), key: key.trim(), secret: secret.trim() });
  };
  return (
    <Stack component="form" className="tb-card" gap="md" maw={640} onSubmit={submit}>
      <Title order={2}>Connect the store</Title>
      <HelpText>
        In WordPress: WooCommerce, Settings, Advanced, REST API, Add key. Choose Read/Write, then copy both
        keys: the secret is shown once.
      </HelpText>
      {store && <AlreadyConnected name={store.name} isPractice={store.isPractice} step={3} />}
      <TextInput
        label="Address of the store"
        description="As customers open it"
        placeholder="https://shop.example.com"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label="Consumer key"
        description="Begins with ck_"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <PasswordInput
        label="Consumer secret"
        description="Begins with cs_; kept sealed on this computer"
        autoComplete="off"
        maxLength={200}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the secret' }}
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <StepActions word="Connect the store" isBusy={doing === 'store'} isDisabled={!isReady} />
    </Stack>
  );
}
