import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useStatus } from '../../state/status.ts';

/** Practice that ended with the program that ran it; its choices stand right below. */
export function PracticeEnded() {
  const hasEnded = useStatus((s) => s.status?.practice?.hasEnded === true);
  if (!hasEnded) return null;
  return (
    <FailureNotice
      tone="quiet"
      failure={{
        code: '',
        message: t('Practice has ended.'),
        hint: t(
          'The practice till and store run only while Tillbridge is open. They are gone, with everything you tried there. Begin again below, or connect your own shop.',
        ),
      }}
    />
  );
}
