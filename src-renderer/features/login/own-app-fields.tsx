import { Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';

export interface OwnApp {
  readonly id: string;
  readonly secret: string;
}

export interface OwnAppFieldsProps {
  /** null: not asked for. */
  readonly app: OwnApp | null;
  /** Without one nothing can be connected so. */
  readonly isNeeded: boolean;
  readonly redirectUri: string;
  readonly change: (app: OwnApp) => void;
}

/** A developer app of one's own; most never need it, so it waits behind a few words. */
export function OwnAppFields({ app, isNeeded, redirectUri, change }: OwnAppFieldsProps) {
  if (!app)
    return (
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="left"
        w="fit-content"
        onClick={() => change({ id: '', secret: '' })}
      >
        {t('Use your own developer app')}
      </Anchor>
    );
  return (
    <Stack gap="sm">
      {isNeeded && (
        <HelpText>
          {t('This copy of Tillbridge has no app of its own at Clover, so it needs yours.')}
        </HelpText>
      )}
      <TextInput
        label={t('App ID')}
        description={t('In Clover’s developer dashboard, under your app’s settings: 13 letters and figures')}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        value={app.id}
        onChange={(event) => change({ ...app, id: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('App Secret')}
        description={t(
          'Not needed; with it a lost answer of Clover can be asked for again. Kept sealed on this computer',
        )}
        autoComplete="off"
        maxLength={500}
        visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the secret') }}
        value={app.secret}
        onChange={(event) => change({ ...app, secret: event.currentTarget.value })}
      />
      <RedirectField redirectUri={redirectUri} />
    </Stack>
  );
}

/** Read-only, to be copied into Clover's dashboard. */
function RedirectField({ redirectUri }: { readonly redirectUri: string }) {
  const { copy, copied, error } = useClipboard();
  const word = t(copied ? 'Copied' : error ? 'Press Ctrl+C' : 'Copy');
  return (
    <Group align="flex-end" gap="sm" wrap="nowrap">
      <TextInput
        label={t('Redirect URI')}
        description={t('Put this into your app’s Site URL at Clover; it comes back here')}
        readOnly
        flex={1}
        value={redirectUri}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        variant="default"
        aria-label={t('Copy the redirect URI')}
        leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        onClick={() => copy(redirectUri)}
      >
        {word}
      </Button>
    </Group>
  );
}
