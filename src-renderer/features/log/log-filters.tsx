import { Group, NativeSelect, Switch } from '@mantine/core';
import { FilterChips } from '../../components/filter-chips.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { t } from '../../i18n/i18n.ts';
import { useLog } from '../../state/log.ts';
import { LEVEL_FACES, LOG_LEVELS, LOG_SIDES, nameAction, nameSide } from './log-words.ts';

/** What of the log is shown. */
export function LogFilters() {
  const { search, level, side, action, actions, isGrouped, setFilter, group } = useLog();
  const kinds = [...new Set([...(actions ?? []), ...(action === null ? [] : [action])])];
  return (
    <>
      <FilterChips
        label={t('Show only')}
        chips={LOG_LEVELS.map((key) => ({ key, count: null, ...LEVEL_FACES[key] }))}
        chosen={level}
        choose={(chosen) => setFilter({ level: chosen })}
      />
      <Group gap="md" align="center">
        <SearchField
          label={t('Search the log')}
          value={search}
          change={(text) => setFilter({ search: text })}
        />
        <NativeSelect
          aria-label={t('Side')}
          value={side ?? ''}
          data={[
            { value: '', label: t('Every side') },
            ...LOG_SIDES.map((value) => ({ value, label: nameSide(value) })),
          ]}
          onChange={(event) => setFilter({ side: event.currentTarget.value || null })}
        />
        <NativeSelect
          aria-label={t('Kind')}
          value={action ?? ''}
          data={[
            { value: '', label: t('Every kind') },
            ...kinds.map((value) => ({ value, label: nameAction(value) })),
          ]}
          onChange={(event) => setFilter({ action: event.currentTarget.value || null })}
        />
        <Switch
          label={t('Group the same')}
          checked={isGrouped}
          onChange={(event) => group(event.currentTarget.checked)}
        />
      </Group>
    </>
  );
}
