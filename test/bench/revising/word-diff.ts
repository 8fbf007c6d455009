import { parentPort, workerData } from 'node:worker_threads';
import { diffWords } from 'diff';

/** Measures jsdiff's plain word diff of two texts, in a thread that can be stopped. */
const { before, after } = workerData as { before: string; after: string };
const began = performance.now();
diffWords(before, after);
parentPort!.postMessage(performance.now() - began);
