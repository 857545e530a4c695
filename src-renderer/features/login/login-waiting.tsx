import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { BrowserWait } from '../../components/browser-wait.tsx';
import { t } from '../../i18n/i18n.ts';
import { useTillLogin } from '../../state/till-login.ts';
import { isCodeAlone } from './code-words.ts';

/** The browser is at Clover's page: what to do there, and the ways out. */
export function LoginWaiting() {
  const { isBusy, refusal, show, cancel } = useTillLogin();
  return (
    <Stack gap="sm">
      <BrowserWait
        text={t(
          'Clover’s page is open in your browser. Log in there and choose Allow; this window goes on by itself. It waits five minutes.',
        )}
        isBusy={isBusy}
        refusal={refusal}
        show={show}
        cancel={cancel}
      />
      <PasteField />
    </Stack>
  );
}

/** Where the page showed a code instead of coming back. */
function PasteField() {
  const { isBusy, paste } = useTillLogin();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const [merchantId, setMerchantId] = useState('');
  if (!isOpen)
    return (
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="left"
        w="fit-content"
        onClick={() => setIsOpen(true)}
      >
        {t('I have a code')}
      </Anchor>
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void paste(text, merchantId.trim() || null);
  };
  return (
    <Stack component="form" gap="sm" onSubmit={submit}>
      <TextInput
        label={t('Code')}
        description={t('The code that the page shows, or the whole address of the page')}
        autoComplete="off"
        spellCheck={false}
        maxLength={4096}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isCodeAlone(text) && (
        <TextInput
          label={t('Merchant of the code')}
          description={t(
            'The merchant id: 13 letters and figures, in the address of Clover’s dashboard after /m/',
          )}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={merchantId}
          onChange={(event) => setMerchantId(event.currentTarget.value)}
        />
      )}
      <Group>
        <Button type="submit" loading={isBusy} disabled={text.trim() === ''}>
          {t('Use this code')}
        </Button>
      </Group>
    </Stack>
  );
}
