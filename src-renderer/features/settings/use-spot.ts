import { useEffect } from 'react';
import { useNavigation } from '../../state/navigation.ts';

const FOCUSABLE = 'input:checked, input, select, textarea, button';

/**
 * Brings the setting that the address names into view, and the focus to it.
 * @param isThere whether the settings can be seen yet
 */
export function useSpot(isThere: boolean): void {
  const spot = useNavigation((s) => s.spot);
  useEffect(() => {
    if (!isThere || spot === '') return;
    const found = document.querySelector<HTMLElement>(`[data-setting="${CSS.escape(spot)}"]`);
    const field = found?.matches(FOCUSABLE) ? found : found?.querySelector<HTMLElement>(FOCUSABLE);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, [spot, isThere]);
}
