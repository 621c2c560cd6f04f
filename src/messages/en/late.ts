import { notices } from './notices.ts';
import { steps } from './steps.ts';
import { then } from './then.ts';

/** What is first said in the inspector: fetched with it, so that the program does not wait for it. */
export const late = { noticeTexts: notices, stepTexts: steps, ...then };
