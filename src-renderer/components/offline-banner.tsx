import { Text } from '@mantine/core';
import { CloudOff } from 'lucide-react';

/** Offline is a state, not a failure: it says what waits, and that it goes on by itself. */
export function OfflineBanner({ text }: { readonly text: string }) {
  return (
    <div className="tb-tone tb-banner" data-tone="waiting" role="status">
      <CloudOff size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm">{text}</Text>
    </div>
  );
}
