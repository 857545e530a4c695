import { startHubRooms } from '../../../support/hub-rooms.ts';
import { describeLeaseBook } from './lease-book-contract.ts';

let file = '';
describeLeaseBook('in a data file', {
  open: async () => {
    const hub = await startHubRooms();
    file = hub.file;
    return hub;
  },
  again: ({ key }) => startHubRooms({ file, key }),
});
