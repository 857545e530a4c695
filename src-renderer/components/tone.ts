/** What a colour says; a word always stands beside it. */
export type Tone = 'good' | 'waiting' | 'bad' | 'choice' | 'quiet' | 'accent';
