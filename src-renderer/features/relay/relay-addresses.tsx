import { Stack, Title } from '@mantine/core';
import { CopyField } from '../../components/copy-field.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';

/** What is to be carried into Clover's developer page; the store's webhooks are made without a hand. */
export function RelayAddresses() {
  const relay = useHub((s) => s.hub?.relay ?? null);
  if (!relay) return null;
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('Addresses')}>
      <Stack gap={4}>
        <Title order={2}>{t('Addresses')}</Title>
        <HelpText>
          {t(
            relay.hasSharedApp
              ? 'Whoever runs this relay has an app at Clover for all its shops, so nothing has to be copied. With a developer app of your own, these belong into it.'
              : 'These belong into your developer app at Clover.',
          )}
        </HelpText>
      </Stack>
      <CopyField
        label={t('Webhook address for the till')}
        description={t('In your app at Clover, under Webhooks: what Clover calls')}
        value={relay.tillHookUrl}
      />
      <CopyField
        label={t('Site URL')}
        description={t(
          'In your app at Clover, under REST Configuration: the page that leads back to this PC',
        )}
        value={relay.bounceUrl}
      />
      <CopyField
        label={t('Webhook address for the store')}
        description={t('Tillbridge makes the store’s webhooks by itself; here only to compare')}
        value={relay.storeHookUrl}
      />
    </Stack>
  );
}
