import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { type LogFilter, useLog } from '../../state/log.ts';

const TYPING_MS = 120;

/** What is to be shown; changes only when that does, not with each key that is pressed. */
export function useLogFilter(): { readonly filter: LogFilter; readonly isFiltered: boolean } {
  const { search, level, side, action, isGrouped, sort, isDescending } = useLog();
  const [wanted] = useDebouncedValue(search.trim(), TYPING_MS);
  return useMemo(
    () => ({
      filter: {
        sort,
        isDescending,
        isGrouped,
        ...(wanted === '' ? {} : { search: wanted }),
        ...(level === null ? {} : { level }),
        ...(side === null ? {} : { side }),
        ...(action === null ? {} : { action }),
      },
      isFiltered: wanted !== '' || level !== null || side !== null || action !== null,
    }),
    [sort, isDescending, isGrouped, wanted, level, side, action],
  );
}
