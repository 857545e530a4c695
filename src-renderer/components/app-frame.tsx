import { AppShell, Burger, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../i18n/i18n.ts';
import { BRAND } from './brand.ts';
import { BrandMark } from './brand-mark.tsx';
import { formatCount } from './money.ts';
import type { NavBadge } from './nav-badge.ts';

export interface FrameLink {
  readonly word: string;
  readonly address: string;
  readonly icon: LucideIcon;
  readonly isCurrent: boolean;
  /** How many things wait there, and what they are. */
  readonly badge: NavBadge | null;
}

export interface AppFrameProps {
  readonly links: readonly FrameLink[];
  /** At the right of the header. */
  readonly tools: ReactNode;
  /** Across the window, above the screen. */
  readonly banners: ReactNode;
  /** Above the version. */
  readonly foot: ReactNode;
  readonly version: string | null;
  readonly children: ReactNode;
}

const HEADER_PIXELS = 60;

/** Header, navigation in signs and words, banners, and the screen. */
export function AppFrame({ links, tools, banners, foot, version, children }: AppFrameProps) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell
      header={{ height: HEADER_PIXELS }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
    >
      <AppShell.Header px="md">
        <button type="button" className="tb-skip" onClick={skipToScreen}>
          {t('Skip to the screen')}
        </button>
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t(isOpen ? 'Close the menu' : 'Open the menu')}
            />
            <BrandMark />
            {/* How things stand matters more in a narrow window than what the app is called. */}
            <Text fw={700} size="lg" visibleFrom="sm">
              {BRAND}
            </Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            {tools}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" className="tb-navbar" aria-label={t('Screens')}>
        <Stack gap={4} flex={1}>
          {links.map(({ word, address, icon: Icon, isCurrent, badge }) => (
            <a
              key={address}
              href={address}
              className="tb-nav-link"
              aria-current={isCurrent ? 'page' : undefined}
              onClick={close}
            >
              <Icon size={20} strokeWidth={1.8} aria-hidden />
              {word}
              {badge && (
                <span className="tb-tone tb-nav-badge" data-tone={badge.tone}>
                  {formatCount(badge.count)}
                  <span className="tb-hidden"> {badge.means}</span>
                </span>
              )}
            </a>
          ))}
        </Stack>
        {foot}
        {version !== null && (
          <Text size="xs" c="dimmed" px={12}>
            {t('Version {{version}}', { version })}
          </Text>
        )}
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} style={{ outline: 'none' }}>
        {banners}
        {children}
      </AppShell.Main>
    </AppShell>
  );
}

function skipToScreen(): void {
  document.getElementById('main')?.focus();
}
