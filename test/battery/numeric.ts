import type { Calls } from './call.js';

export const numericCalls: Calls = [];
