import { Button, FileButton } from '@mantine/core';
import { Download, GitCompare, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';
import { useStock } from '../../state/stock.ts';
import { downloadFile } from '../log/download-file.ts';

/** A file out, a file in as a plan, and a fresh comparison of both sides. */
export function StockActions() {
  const { isComparing, compare, exportCsv, planCsv } = useStock();
  const nowMs = useNow();
  const [isReading, setIsReading] = useState(false);
  const resetFile = useRef<() => void>(null);
  const keep = async (): Promise<void> => {
    const text = await exportCsv();
    const day = new Date(nowMs).toISOString().slice(0, 10);
    if (text !== null) downloadFile({ name: `stock-${day}.csv`, type: 'text/csv', text });
  };
  const take = async (file: File | null): Promise<void> => {
    if (!file) return;
    setIsReading(true);
    const plan = await planCsv(await file.text());
    setIsReading(false);
    // The same file, mended, can be chosen again.
    resetFile.current?.();
    if (!plan) return;
    navigate('import');
    await useImport.getState().showPlan(plan.runId);
  };
  return (
    <>
      <Button variant="default" leftSection={<Download size={16} aria-hidden />} onClick={() => void keep()}>
        {t('Export CSV')}
      </Button>
      <FileButton resetRef={resetFile} accept=".csv,text/csv" onChange={(file) => void take(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={isReading}
            leftSection={<Upload size={16} aria-hidden />}
          >
            {t('Import CSV…')}
          </Button>
        )}
      </FileButton>
      <Button
        leftSection={<GitCompare size={16} aria-hidden />}
        loading={isComparing}
        onClick={() => void compare(false)}
      >
        {t('Compare both sides')}
      </Button>
    </>
  );
}
