import { expect, it } from 'vitest';
import type { KeptAlert } from '../../../src-main/domain/alert.ts';
import type { Telling } from '../../../src-main/domain/alert-policy.ts';
import { createDesktopOutlet, type ShownNote } from '../../../src-main/shell/desktop-outlet.ts';

const telling = (id: number, given: Partial<Telling> = {}): Telling => ({
  kind: 'import-ended',
  title: '12 products were refused in the import.',
  body: 'Open Tillbridge.',
  opens: '#/import',
  isUrgent: false,
  isRepeat: false,
  alerts: [{ id } as KeptAlert],
  ...given,
});

function open() {
  const shown: ShownNote[] = [];
  const did: string[] = [];
  const state = { isFocused: false };
  const outlet = createDesktopOutlet({
    alerts: {
      seen: (ids) => {
        did.push(`seen ${ids.join()}`);
        return ids.length;
      },
    },
    isWindowFocused: () => state.isFocused,
    ring: () => void did.push('ring'),
    openWindow: (address) => void did.push(`open ${address ?? 'as it is'}`),
    present: (note) => {
      shown.push(note);
      return { close: () => void did.push(`close ${note.title}`) };
    },
  });
  return { outlet, shown, did, state };
}

it('a click opens the thing itself, and then it was seen', () => {
  const { outlet, shown, did } = open();
  outlet.tell(telling(7), { isSilent: true });
  expect(shown[0]).toMatchObject({ title: '12 products were refused in the import.', isSilent: true });
  shown[0]?.onClick();
  expect(did).toEqual(['open #/import', 'seen 7']);
});

it('who looks at the window is not told what can wait, but is told what cannot', () => {
  const { outlet, shown, state } = open();
  state.isFocused = true;
  outlet.tell(telling(1), { isSilent: false });
  outlet.say({ title: 'Everything is in step', body: 'There is nothing to write.' });
  expect(shown).toHaveLength(0);
  outlet.tell(telling(2, { isUrgent: true }), { isSilent: false });
  expect(shown).toMatchObject([{ isUrgent: true }]);
});

it('what was seen elsewhere goes, and a repeat replaces what it repeats', () => {
  const { outlet, did } = open();
  outlet.tell(telling(1, { title: 'first' }), { isSilent: false });
  outlet.tell(telling(2, { title: 'other' }), { isSilent: false });
  outlet.tell(telling(1, { title: 'again' }), { isSilent: false });
  expect(did).toEqual(['close first']);
  outlet.withdraw([1, 99]);
  expect(did).toEqual(['close first', 'close again']);
});

it('what cannot wait is rung for each time it is told, once and not twice over, and never when sound is off', () => {
  const { outlet, did, shown } = open();
  outlet.tell(telling(1), { isSilent: false });
  expect(did).toEqual([]);
  outlet.tell(telling(2, { isUrgent: true }), { isSilent: false });
  expect(did).toEqual(['ring']);
  // The bell is its sound.
  expect(shown[1]).toMatchObject({ isUrgent: true, isSilent: true });
  outlet.tell(telling(3, { isUrgent: true }), { isSilent: true });
  expect(did).toEqual(['ring']);
});
