import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { LogEntryShape } from '../../../src-preload/contract/shapes.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { formatCount } from '../../components/money.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { useLog } from '../../state/log.ts';
import { navigate } from '../../state/navigation.ts';
import { useProducts } from '../../state/products.ts';
import {
  formatLogMoment,
  LEVEL_FACES,
  nameAction,
  nameEntity,
  nameSide,
  startSentence,
} from './log-words.ts';

/** The opened entry in full, and what else happened to the same thing. */
export function LogDrawer() {
  const { opened, close } = useLog();
  return (
    <SideDrawer isOpen={opened !== null} title={opened ? nameEntity(opened) : ''} close={close}>
      {opened && <EntryContent entry={opened} />}
    </SideDrawer>
  );
}

function EntryContent({ entry }: { readonly entry: LogEntryShape }) {
  const isAboutProduct = useLog((s) => s.isAboutProduct);
  const showProduct = (): void => {
    useProducts.getState().setStatus(null);
    useProducts.getState().setSearch(entry.entity);
    navigate('products');
  };
  return (
    <>
      <Group>
        <StatusBadge {...LEVEL_FACES[entry.level]} />
      </Group>
      <Text style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{startSentence(entry.message)}</Text>
      <Facts facts={listFacts(entry)} />
      {isAboutProduct && (
        <Anchor component="button" type="button" ta="left" onClick={showProduct}>
          {t('Show “{{name}}” among the products', { name: entry.entity })}
        </Anchor>
      )}
      <Timeline entry={entry} />
    </>
  );
}

function listFacts(entry: LogEntryShape): Fact[] {
  const { atMs, firstMs, times, entities, side, action, runId } = entry;
  const folded: Fact[] = [
    [t('First'), formatLogMoment(firstMs)],
    [
      t('Times'),
      entities > 1
        ? t('{{times}}, about {{things}} things', {
            times: formatCount(times),
            things: formatCount(entities),
          })
        : formatCount(times),
    ],
  ];
  return [
    [t(times > 1 ? 'Last' : 'When'), formatLogMoment(atMs)],
    ...(times > 1 ? folded : []),
    [t('Side'), nameSide(side)],
    [t('Kind'), nameAction(action)],
    [t('About'), nameEntity(entry)],
    ...(runId === null ? [] : [[t('Run', { context: 'noun' }), String(runId)] as const]),
  ];
}

function Timeline({ entry }: { readonly entry: LogEntryShape }) {
  const { timeline, timelineFailure, open } = useLog();
  return (
    <Stack component="section" gap="xs" aria-label={t('Timeline')}>
      <Title order={3} size="h4">
        {t('All about {{name}}', { name: nameEntity(entry) })}
      </Title>
      {timelineFailure && (
        <FailureNotice
          failure={timelineFailure}
          action={{ word: t('Try again'), act: () => void open(entry) }}
        />
      )}
      {!timeline && !timelineFailure && <LoadingState text={t('Reading its timeline…')} />}
      {timeline && (
        <ol className="tb-lines">
          {timeline.map((it) => (
            <li key={it.id} aria-current={it.id === entry.id ? 'true' : undefined}>
              <Group gap="xs" justify="space-between">
                <Text size="xs" c="dimmed" className="tb-tabular">
                  {formatLogMoment(it.atMs)} · {nameAction(it.action)}
                </Text>
                {it.level !== 'info' && <StatusBadge {...LEVEL_FACES[it.level]} />}
              </Group>
              <Text size="sm" fw={it.id === entry.id ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
                {startSentence(it.message)}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </Stack>
  );
}
