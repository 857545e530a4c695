import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** One or two sentences under what they explain. */
export function HelpText({ children, id }: { readonly children: ReactNode; readonly id?: string }) {
  return (
    <Text size="sm" c="dimmed" {...(id === undefined ? {} : { id })}>
      {children}
    </Text>
  );
}
