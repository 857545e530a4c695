/** The one door from the app to the practice servers: practice mode and the demo come through here. */
export { type Practice, startPractice } from '../../src-practice/practice.ts';
