import { create } from 'zustand';

interface KeyMapState {
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

/** Whether the map of the keys is shown. */
export const useKeyMap = create<KeyMapState>((set) => ({
  isOpen: false,
  open: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
}));
