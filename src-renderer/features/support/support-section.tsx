import { Button, Group, Stack, Title } from '@mantine/core';
import { useClipboard, useDisclosure } from '@mantine/hooks';
import { Check, Copy, Download } from 'lucide-react';
import { useEffect } from 'react';
import type { SupportShape } from '../../../src-preload/contract/support-channels.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useStatus } from '../../state/status.ts';
import { useSupport } from '../../state/support.ts';
import { REGION_WORDS } from '../login/region-words.ts';
import { DiagnosticsDialog } from './diagnostics-dialog.tsx';
import { writeSupportText } from './support-words.ts';

/** What support asks for first: what runs, where, and what went wrong last. */
export function SupportSection() {
  const [isOpen, { open, close }] = useDisclosure(false);
  const { copy, copied, error } = useClipboard();
  const { support, load } = useSupport();
  // What was read when the window opened may be from before the sides were connected.
  useEffect(() => void load(), [load]);
  const isPractice = useStatus((s) => s.status?.till?.isPractice ?? false);
  if (!support) return null;
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Support')} data-setting="support">
      <Title order={2}>{t('Support')}</Title>
      <HelpText>
        {t(
          'What support asks for first. Accounts and addresses are masked: their last characters are enough.',
        )}
      </HelpText>
      <Facts facts={listFacts(support, isPractice)} />
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          onClick={() => copy(writeSupportText(support))}
        >
          {copied ? t('Copied') : error ? t('It could not be copied') : t('Copy for support')}
        </Button>
        <Button variant="default" leftSection={<Download size={16} aria-hidden />} onClick={open}>
          {t('Save diagnostics…')}
        </Button>
      </Group>
      <DiagnosticsDialog isOpen={isOpen} close={close} />
    </Stack>
  );
}

function listFacts(
  { version, system, engine, till, store, lastError }: SupportShape,
  isPractice: boolean,
): Fact[] {
  const region = isPractice ? t('Practice, on this computer') : till && REGION_WORDS[till.environment];
  return [
    [t('Version'), `${version} (${system})`],
    [t('Engine'), engine.mode === 'safe' ? t('Safe mode') : sayRestarts(engine.restarts)],
    [t('Region'), till ? `${region} · ${till.country} · ${till.currency}` : t('Not connected')],
    [t('Clover account'), till ? till.account : t('Not connected')],
    [t('Store'), store ? `${store.address} · WooCommerce ${store.version}` : t('Not connected')],
    [
      t('Last error'),
      lastError ? <LastError key="last" error={lastError} /> : t('None', { context: 'error' }),
    ],
  ];
}

const sayRestarts = (count: number): string =>
  count === 0 ? t('At work') : t('At work, started anew {{count}} times since the program began', { count });

const LastError = ({ error }: { readonly error: NonNullable<SupportShape['lastError']> }) => (
  <>
    <TimeAgo atMs={error.atMs} />
    {': '}
    {error.message} {error.code}
  </>
);
