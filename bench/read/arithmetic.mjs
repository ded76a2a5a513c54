/**
 * What two threads are worth on this machine, where nothing is read: `node arithmetic.mjs` tells how many times as much
 * arithmetic two threads do as one in the same time. Some machines give two cores the speed of one.
 */
import { fileURLToPath } from 'node:url'
import { isMainThread, Worker } from 'node:worker_threads'

const STEPS = 3e9

/** Seconds that so many threads take for as many times the steps. */
async function seconds(threads) {
  const start = performance.now()
  const path = fileURLToPath(import.meta.url)
  await Promise.all(Array.from({ length: threads }, () => new Promise((done) => new Worker(path).once('exit', done))))
  return (performance.now() - start) / 1000
}

if (isMainThread) {
  const one = await seconds(1)
  const two = await seconds(2)
  process.stdout.write(JSON.stringify((2 * one) / two))
} else {
  let sum = 0
  for (let i = 0; i < STEPS; i++) sum = (sum + i) | 0
  if (sum === 1) throw new Error('bench: the sum is wrong')
}
