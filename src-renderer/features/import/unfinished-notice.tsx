import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';

/** An import that stopped before its end, and the way to take it up. */
export function UnfinishedNotice({ runId }: { readonly runId: number }) {
  const apply = useImport((s) => s.apply);
  return (
    <FailureNotice
      tone="waiting"
      failure={{
        code: 'HOME_UNFINISHED',
        message: t('Import {{run}} stopped before its end.', { run: runId }),
        hint: t('What was written stays. Go on from there; nothing is done twice.'),
      }}
      action={{ word: t('Go on with it'), act: () => void apply(runId) }}
    />
  );
}
