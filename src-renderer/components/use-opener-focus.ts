import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus back to what had it before a dialog opened. Mantine does so too, yet not where the dialog is
 * closed before it has taken the focus: that then lies on what is about to vanish.
 * @param inside something in the dialog; what has the focus elsewhere, such as in another dialog, keeps it
 * @returns to be called when the dialog has gone
 */
export function useOpenerFocus(isOpen: boolean, inside: RefObject<Element | null>): () => void {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isOpen) opener.current = document.activeElement;
  }, [isOpen]);
  return () => {
    const active = document.activeElement;
    const dialog = inside.current?.closest('[role="dialog"]');
    const isLost = active === null || active === document.body || dialog?.contains(active) === true;
    if (isLost && opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
  };
}
