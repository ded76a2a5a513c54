import { expectTypeOf, it } from 'vitest'
import type { EventsContext, InlineEntry, OnEvents, TrailEntry } from '../../src/aws/events.js'
import type { bytesOf, LogEntry } from '../../src/source/log-entry.js'

it('are entries of files, and of messages', () => {
  expectTypeOf<LogEntry>().toExtend<TrailEntry>()
  expectTypeOf<InlineEntry>().toExtend<TrailEntry>()
  expectTypeOf<Parameters<OnEvents>>().toEqualTypeOf<[entries: ReadonlyArray<TrailEntry>, context: EventsContext]>()
  // The context has what the bytes of an entry are taken from.
  expectTypeOf<EventsContext>().toExtend<Parameters<typeof bytesOf>[0]>()
})
