import { ActionIcon, Group, Kbd, Modal, SimpleGrid, Stack, Text, Title, Tooltip } from '@mantine/core';
import { useScreenKeys } from '../../components/use-screen-keys.ts';
import { t } from '../../i18n/i18n.ts';
import { useKeyMap } from '../../state/key-map.ts';
import { KEY_GROUPS, type KeyGroup } from './list-keys.ts';

/** All keys of the window, by "?" wherever nothing is being typed, and by a button for whoever does not know that. */
export function KeyMap() {
  const { isOpen, open, close } = useKeyMap();
  useScreenKeys((event) => {
    if (event.key !== '?') return;
    event.preventDefault();
    open();
  });
  return (
    <>
      <Tooltip label={t('Keys')}>
        {/* A narrow window has no room for it, and mostly no keyboard. */}
        <ActionIcon
          variant="default"
          size="lg"
          visibleFrom="sm"
          aria-label={t('Keys')}
          aria-keyshortcuts="?"
          onClick={open}
        >
          <Text span fw={600} aria-hidden>
            ?
          </Text>
        </ActionIcon>
      </Tooltip>
      <Modal opened={isOpen} onClose={close} title={t('Keys')} size="xl">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
          {KEY_GROUPS.map((group) => (
            <Keys key={group.title} {...group} />
          ))}
        </SimpleGrid>
      </Modal>
    </>
  );
}

function Keys({ title, lines }: KeyGroup) {
  return (
    <Stack component="section" gap="xs">
      <Title order={3} size="md">
        {title}
      </Title>
      <Stack component="dl" gap="xs" m={0}>
        {lines.map(({ keys, does }) => (
          <Group key={does} wrap="nowrap" align="flex-start" justify="space-between">
            <Text component="dt" size="sm">
              {does}
            </Text>
            <Group component="dd" gap={4} wrap="nowrap" m={0}>
              {keys.map((key) => (
                <Kbd key={key} size="sm" style={{ whiteSpace: 'nowrap' }}>
                  {key}
                </Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Stack>
  );
}
