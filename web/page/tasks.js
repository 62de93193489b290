// The tasks of the page: what each has to be told, what it asks ksb for, and what can be done with the answer.

import { check } from './check.js';
import { compare } from './compare.js';
import { migrate, trace } from './citing.js';
import { convert, history, matrix } from './single.js';

/** The tasks by their names. */
export const TASKS = { check, compare, matrix, convert, trace, migrate, history };
