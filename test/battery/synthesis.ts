import type { Calls } from './call.js';

export const synthesisCalls: Calls = [];
