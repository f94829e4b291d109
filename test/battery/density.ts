import type { Calls } from './call.js';

export const densityCalls: Calls = [];
