import type { Calls } from './call.js';

export const learningCalls: Calls = [];
