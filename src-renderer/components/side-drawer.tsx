import { Drawer, Stack, Text } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useOpenerFocus } from './use-opener-focus.ts';

export interface SideDrawerProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** Everything about one row, at the right. Escape closes it, and the focus goes back to where it was. */
export function SideDrawer({ isOpen, title, close, children }: SideDrawerProps) {
  const content = useRef<HTMLDivElement>(null);
  const giveFocusBack = useOpenerFocus(isOpen, content);
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      onExitTransitionEnd={giveFocusBack}
      position="right"
      size={620}
      title={
        <Text span fw={600} size="lg">
          {title}
        </Text>
      }
    >
      <Stack gap="lg" ref={content}>
        {children}
      </Stack>
    </Drawer>
  );
}
