import { FailureNotice } from '../../components/failure-notice.tsx';
import { useImport } from '../../state/import.ts';

/** An import that stopped before its end, and the way to take it up. */
export function UnfinishedNotice({ runId }: { readonly runId: number }) {
  const apply = useImport((s) => s.apply);
  return (
    <FailureNotice
      tone="waiting"
      failure={{
        code: 'HOME_UNFINISHED',
        message: `Import ${runId} stopped before its end.`,
        hint: 'What was written stays. Go on from there; nothing is done twice.',
      }}
      action={{ word: 'Go on with it', act: () => void apply(runId) }}
    />
  );
}
