import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../i18n/i18n.ts';
import { fetchWholeLog, type LogFilter } from '../../state/log.ts';
import { downloadFile } from './download-file.ts';
import { makeExport } from './log-export.ts';

const FORMS = [
  { form: 'csv', word: t('Export CSV') },
  { form: 'json', word: t('Export JSON') },
] as const;

export interface ExportButtonsProps {
  readonly filter: LogFilter;
  readonly fail: (failure: FailureShape | null) => void;
}

/** Keeps what the filter shows, all of it, as a file. */
export function ExportButtons({ filter, fail }: ExportButtonsProps) {
  const nowMs = useNow();
  const [busy, setBusy] = useState<'csv' | 'json' | null>(null);
  const keep = async (form: 'csv' | 'json'): Promise<void> => {
    setBusy(form);
    const whole = await fetchWholeLog(filter);
    setBusy(null);
    fail(whole.ok ? null : whole.failure);
    if (whole.ok) downloadFile(makeExport(form, whole.value, nowMs));
  };
  return FORMS.map(({ form, word }) => (
    <Button
      key={form}
      variant="default"
      leftSection={<Download size={16} aria-hidden />}
      loading={busy === form}
      disabled={busy !== null && busy !== form}
      onClick={() => void keep(form)}
    >
      {word}
    </Button>
  ));
}
