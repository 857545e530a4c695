import type { Sentence } from '../sentence.ts';

/** Updates of the program itself. */
export const UPDATE_SENTENCES = {
  UPDATE_UNSIGNED: {
    says: 'What the update server offers is not signed by the maker of Tillbridge, or was changed or cut off on its way. It was not installed.',
    next: 'Nothing is wrong with what runs now. If it says so again tomorrow, tell support.',
  },
  UPDATE_EXPIRED: {
    says: 'What the update server offers was good only until {until|a day that is past}. It was not installed.',
    next: 'Check the date of this computer; if it is right, tell support.',
  },
  UPDATE_OLDER: {
    says: 'The update server offers a version[ ({offered})] that is older than this one[ ({version})]. It was not installed.',
    next: 'Nothing has to be done: a newer one is taken when there is one.',
  },
  UPDATE_OTHER_PLACE: {
    says: 'What the update server offers is meant for another kind of computer, or for another channel. It was not installed.',
    next: 'Nothing has to be done; if it says so again tomorrow, tell support.',
  },
  UPDATE_ODD: {
    says: 'What the update server offers cannot be read, though the maker of Tillbridge has signed it[: {detail}].',
    next: 'Install the newest version by hand, or wait until the maker has put it right.',
  },
  UPDATE_FILE_DAMAGED: {
    says: 'The file of version {version|the update} is not the one that the maker of Tillbridge has signed. It was thrown away.',
    next: 'Check for updates again; if it says so again, tell support.',
  },
  UPDATE_UNREACHABLE: {
    says: 'The update server cannot be reached[ ({detail})].',
    next: 'Tillbridge asks again by itself; nothing else depends on it.',
  },
  UPDATE_NOT_INSTALLED: {
    says: 'This computer did not let version {version|the update} be installed[: {detail}].',
    next: 'Try again, or install it by hand; this version goes on until then.',
  },
  UPDATE_NOT_READY: {
    says: 'There is no update that could be installed now.',
    next: 'Check for updates first.',
  },
} as const satisfies Record<string, Sentence>;
