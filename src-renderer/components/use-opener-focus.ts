import { useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus back to what had it before a dialog opened. Mantine does so too, yet not where the dialog is
 * closed before it has taken the focus: that then lies on what is about to vanish.
 * @returns to be called when the dialog has gone
 */
export function useOpenerFocus(isOpen: boolean): () => void {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isOpen) opener.current = document.activeElement;
  }, [isOpen]);
  return () => {
    const active = document.activeElement;
    const isLost = active === null || active === document.body || active.closest('[role="dialog"]') !== null;
    if (isLost && opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
  };
}
