import type { Calls } from './call.js';

export const notebookCalls: Calls = [];
