import { workerData } from 'node:worker_threads';
import { answerJobs } from '../work/worker-pool.js';
import { type Round, type RoundSettings, runRound } from './kl-gap-round.js';

// What a worker thread of klGapSweep runs.
answerJobs((round: Round) => runRound(workerData as RoundSettings, round));
