import { workerData } from 'node:worker_threads';
import { type Round, type RoundSettings, runRound } from './kl-gap-round.js';
import { answerJobs } from './worker-pool.js';

// What a worker thread of klGapSweep runs.
answerJobs((round: Round) => runRound(workerData as RoundSettings, round));
