import { useEffect, useRef } from 'react';

/** Where a figure or a letter is typed, it is no command. */
const TYPING = 'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"])';
/** What lies over the screen has the keys for itself. */
const OVER_THE_SCREEN = '[role="dialog"], [role="alertdialog"], [role="menu"]';
/** What Enter and the like press by themselves. */
const PRESSABLE = 'a, button, input, summary, [role="tab"], [role="option"]';

/** Whether a key pressed there is meant for a field. */
export const isForField = ({ target }: { readonly target: EventTarget | null }): boolean =>
  target instanceof Element && target.closest(TYPING) !== null;

const isPressing = ({ target, key }: KeyboardEvent): boolean =>
  key.length > 1 && target instanceof Element && target.closest(PRESSABLE) !== null;

/**
 * Keys of a screen's list that work wherever the focus is on the screen: so also right after it was opened, when
 * its title has the focus.
 * @param handle what the list's own keys do; it is called for those keys only that nothing else has taken
 */
export function useScreenKeys(handle: (event: KeyboardEvent) => unknown): void {
  const newest = useRef(handle);
  useEffect(() => {
    newest.current = handle;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isForField(event) || isPressing(event)) return;
      if (document.querySelector(OVER_THE_SCREEN) === null) newest.current(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
