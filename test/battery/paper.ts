import type { Calls } from './call.js';

export const paperCalls: Calls = [];
