import { Stack, Title } from '@mantine/core';
import { CopyField } from '../../components/copy-field.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { useHub } from '../../state/hub.ts';

/** What is to be carried into Clover's developer page; the store's webhooks are made without a hand. */
export function RelayAddresses() {
  const relay = useHub((s) => s.hub?.relay ?? null);
  if (!relay) return null;
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label="Addresses">
      <Stack gap={4}>
        <Title order={2}>Addresses</Title>
        <HelpText>
          {relay.hasSharedApp
            ? 'Whoever runs this relay has an app at Clover for all its shops, so nothing has to be copied. With a developer app of your own, these belong into it.'
            : 'These belong into your developer app at Clover.'}
        </HelpText>
      </Stack>
      <CopyField
        label="Webhook address for the till"
        description="In your app at Clover, under Webhooks: what Clover calls"
        value={relay.tillHookUrl}
      />
      <CopyField
        label="Site URL"
        description="In your app at Clover, under REST Configuration: the page that leads back to this PC"
        value={relay.bounceUrl}
      />
      <CopyField
        label="Webhook address for the store"
        description="Tillbridge makes the store’s webhooks by itself; here only to compare"
        value={relay.storeHookUrl}
      />
    </Stack>
  );
}
