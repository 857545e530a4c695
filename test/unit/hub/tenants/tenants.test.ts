import { startHubRooms } from '../../../support/hub-rooms.ts';
import { describeTenants } from './tenants-contract.ts';

describeTenants('in a data file', startHubRooms);
