import type { Calls } from './call.js';

export const inequalityCalls: Calls = [];
