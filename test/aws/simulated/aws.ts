/**
 * A queue and a bucket that behave as badly as AWS documents: messages come late, twice and in no order,
 * acknowledgements are lost, answers take longer than the visibility lasts.
 */
import type { AwsClient } from '../../../src/aws/client.js'
import type { VirtualClock } from './clock.js'
import { between, type Random } from './random.js'

export interface SimulatedMessage {
  readonly id: string
  readonly body: string
  visibleAt: number
  receives: number
  handle: string
  isDeleted: boolean
}

/** How likely each trouble is. */
export interface Troubles {
  readonly lostDelete: number
  readonly lostAnswer: number
  readonly lostRenewal: number
  readonly twice: number
  readonly slow: number
  readonly fault: number
}

export class SimulatedAws {
  readonly messages: Array<SimulatedMessage> = []
  readonly deadLetters: Array<SimulatedMessage> = []
  readonly files = new Map<string, Uint8Array>()
  /** Buckets that were asked for anything. */
  readonly asked = new Set<string>()
  /** Hears of each message before it is deleted. */
  onDelete: (message: SimulatedMessage) => void = () => undefined
  private handles = 0

  constructor(
    private readonly clock: VirtualClock,
    private readonly random: Random,
    private readonly troubles: Troubles,
    private readonly maxReceives: number,
  ) {}

  send(id: string, body: string, delay: number): void {
    this.messages.push({ id, body, visibleAt: this.clock.now + delay, receives: 0, handle: '', isDeleted: false })
  }

  /** The client of one process; once `isAlive` says no, nothing comes back. */
  client(isAlive: () => boolean): AwsClient {
    return {
      send: (command, options = {}) =>
        new Promise<object>((resolve, reject) => {
          const input = command.input as Input
          const answer = (delay: number, give: () => void): void => this.clock.in(delay, () => isAlive() && give())
          if (input.MaxNumberOfMessages !== undefined) {
            const abort = (): void => reject(named('AbortError'))
            options.abortSignal?.addEventListener('abort', abort)
            // What was answered has no more to listen for.
            const settle = resolve
            resolve = (value) => {
              options.abortSignal?.removeEventListener('abort', abort)
              settle(value)
            }
          }
          const ask = (): void => {
            if (!isAlive()) return
            if (input.Key !== undefined) this.get(input, resolve, reject, answer)
            else if (input.MaxNumberOfMessages !== undefined) this.receive(input, this.clock.now + 20_000, resolve, isAlive)
            else if (input.VisibilityTimeout !== undefined) this.renew(input, resolve, reject, answer)
            else this.delete(input, resolve, reject, answer)
          }
          this.clock.in(between(this.random, 1, 50), ask)
        }),
    }
  }

  private receive(input: Input, until: number, resolve: (answer: object) => void, isAlive: () => boolean): void {
    if (!isAlive()) return
    const { now } = this.clock
    const visible = this.messages.filter(({ visibleAt, isDeleted }) => !isDeleted && visibleAt <= now)
    if (visible.length === 0) {
      if (now >= until) resolve({})
      else this.clock.in(250, () => this.receive(input, until, resolve, isAlive))
      return
    }
    const taken: Array<object> = []
    while (taken.length < (input.MaxNumberOfMessages ?? 1) && visible.length > 0) {
      const [message] = visible.splice(between(this.random, 0, visible.length - 1), 1)
      if (message === undefined) break
      if (message.receives >= this.maxReceives && this.isPoison(message)) {
        this.deadLetters.push(message)
        message.isDeleted = true
        continue
      }
      message.receives++
      message.handle = `handle-${++this.handles}`
      // Seldom, a message stays visible to others.
      message.visibleAt = this.random() < this.troubles.twice ? now : now + (input.VisibilityTimeout ?? 30) * 1000
      taken.push({
        MessageId: message.id,
        ReceiptHandle: message.handle,
        Body: message.body,
        Attributes: { ApproximateReceiveCount: String(message.receives) },
      })
    }
    const answer = taken.length === 0 ? {} : { Messages: taken }
    this.clock.in(between(this.random, 1, 200), () => isAlive() && resolve(answer))
  }

  /** Only what can never be read is given up, so that chance alone loses nothing. */
  isPoison: (message: SimulatedMessage) => boolean = () => false

  private delete({ ReceiptHandle }: Input, resolve: (answer: object) => void, reject: (error: Error) => void, answer: Answer): void {
    const message = this.messages.find(({ handle }) => handle === ReceiptHandle)
    const isLost = this.random() < this.troubles.lostDelete
    if (message !== undefined && !message.isDeleted && !isLost) {
      this.onDelete(message)
      message.isDeleted = true
    }
    const isUnheard = isLost || this.random() < this.troubles.lostAnswer
    answer(between(this.random, 1, 100), () => (isUnheard ? reject(named('TimeoutError')) : resolve({})))
  }

  private renew(
    { ReceiptHandle, VisibilityTimeout = 0 }: Input,
    resolve: (answer: object) => void,
    reject: (error: Error) => void,
    answer: Answer,
  ): void {
    const message = this.messages.find(({ handle }) => handle === ReceiptHandle)
    const isLost = this.random() < this.troubles.lostRenewal
    if (message !== undefined && !message.isDeleted && !isLost) message.visibleAt = this.clock.now + VisibilityTimeout * 1000
    answer(between(this.random, 1, 100), () => (isLost ? reject(named('TimeoutError')) : resolve({})))
  }

  private get({ Bucket = '', Key = '' }: Input, resolve: (answer: object) => void, reject: (error: Error) => void, answer: Answer): void {
    this.asked.add(Bucket)
    const file = this.files.get(Key)
    const delay = this.random() < this.troubles.slow ? between(this.random, 5_000, 60_000) : between(this.random, 5, 300)
    const hasFault = this.random() < this.troubles.fault
    answer(delay, () => {
      if (hasFault) reject(named('SlowDown'))
      else if (file === undefined) reject(named('NoSuchKey'))
      else resolve({ Body: [file], ContentLength: file.length })
    })
  }
}

type Answer = (delay: number, give: () => void) => void

interface Input {
  readonly Bucket?: string
  readonly Key?: string
  readonly MaxNumberOfMessages?: number
  readonly VisibilityTimeout?: number
  readonly ReceiptHandle?: string
}

const named = (name: string): Error => Object.assign(new Error(name), { name })
