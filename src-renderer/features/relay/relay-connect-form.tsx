import { Button, Group, Stack, TextInput } from '@mantine/core';
import { Link } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';

const EXAMPLE_URL = 'https://relay.example.com';

/** Pairs this PC with a relay by its address and a code. */
export function RelayConnectForm() {
  const { hub, doing, refusal, connect } = useHub();
  const [url, setUrl] = useState(hub?.relay?.url ?? '');
  const [code, setCode] = useState('');
  const [name, setName] = useState(hub?.relay?.deviceName ?? hub?.hostName ?? '');
  const isReady = [url, code, name].every((text) => text.trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void connect({ url: url.trim(), code: code.trim(), deviceName: name.trim() });
  };
  return (
    <Stack component="form" gap="sm" onSubmit={submit} maw={560}>
      {refusal?.of === 'connect' && <FailureNotice failure={refusal.failure} />}
      <TextInput
        label={t('Address of the relay')}
        description={t('Whoever runs it tells you')}
        placeholder={EXAMPLE_URL}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label={t('Pairing code')}
        description={t(
          'From whoever runs the relay, or from another PC of this shop that is paired. Valid once, for ten minutes',
        )}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <TextInput
        label={t('Name of this PC')}
        description={t('What other PCs of this shop call it')}
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group>
        <Button
          type="submit"
          leftSection={<Link size={16} aria-hidden />}
          loading={doing === 'connect'}
          disabled={!isReady}
        >
          {t('Connect the relay')}
        </Button>
      </Group>
    </Stack>
  );
}
