import type { Calls } from './call.js';

export const informationCalls: Calls = [];
