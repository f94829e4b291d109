import type { Calls } from './call.js';

export const mixtureCalls: Calls = [];
