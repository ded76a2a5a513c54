import {
  CreateConnectionEvent,
  CreateTableRequestParameters,
  DeleteTableEvent,
  DeleteTableRequestParameters,
  RecordFields,
  StartJobRunRequestParameters,
} from 'glue-trail'
import { TableStatus } from 'glue-trail/shapes'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { STRUCTURES } from '../support/codecs.js'

const request = { databaseName: 'finance', name: 'ledger', extra: 1 }
const event = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }

const messages = (decoded: t.Validation<unknown>): ReadonlyArray<string | undefined> =>
  decoded._tag === 'Left' ? decoded.left.map((error) => error.message) : []

describe('props', () => {
  it('are the members by name, made once', () => {
    expect(Object.keys(DeleteTableRequestParameters.props)).toEqual(['databaseName', 'name', 'catalogId', 'transactionId'])
    expect(DeleteTableRequestParameters.props).toBe(DeleteTableRequestParameters.props)
  })

  it('are named as io-ts names codecs', () => {
    const names = (codec: { readonly props: t.AnyProps }): ReadonlyArray<string | undefined> =>
      ['databaseName', 'tableInput', 'partitionIndexes', 'arguments', 'timeout'].flatMap((name) => codec.props[name]?.name ?? [])
    expect(names(CreateTableRequestParameters)).toEqual([
      '(string | null | undefined)',
      '(TableInput | null | undefined)',
      '(ReadonlyArray<(PartitionIndex | null)> | null | undefined)',
    ])
    expect(names(StartJobRunRequestParameters)).toEqual([
      '({ [K in string]: (string | null) } | RedactionMarker | null | undefined)',
      '(number | null | undefined)',
    ])
    expect(DeleteTableEvent.props.eventName?.name).toBe('"DeleteTable"')
    expect(RecordFields.props.eventTime?.name).toBe('string')
    expect(RecordFields.props.annotation?.name).toBe('(unknown | null | undefined)')
    expect(RecordFields.props.sessionCredentialFromConsole?.name).toBe('(boolean | string | null | undefined)')
  })

  it('take what the structure takes', () => {
    const { props } = StartJobRunRequestParameters
    expect([undefined, null, { '--x': 'y' }, '***', 'text', 5].map((value) => props.arguments?.is(value))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ])
    expect(RecordFields.props.eventTime?.is(null)).toBe(false)
  })

  it('say where, and never the value', () => {
    const { tableInput = t.unknown } = CreateTableRequestParameters.props
    const decoded = t.type({ input: tableInput }).decode({ input: { name: 5 } })
    expect(messages(decoded)).toEqual(['input.name: expected a string, received a number'])
    expect(decoded._tag === 'Left' && decoded.left.map(({ value }) => value)).toEqual([undefined])
  })

  it('exist for every structure, those that contain themselves too', () => {
    expect(STRUCTURES.filter(({ props, fields }) => Object.keys(props).length !== fields.length)).toEqual([])
    expect(TableStatus.props.details?.is({ requestedChange: { status: {} } })).toBe(true)
  })
})

describe('combinators of io-ts around a structure', () => {
  it('t.exact takes unknown members away', () => {
    expect(t.exact(DeleteTableRequestParameters).decode(request)).toEqual({
      _tag: 'Right',
      right: { databaseName: 'finance', name: 'ledger' },
    })
    expect(t.exact(DeleteTableRequestParameters, 'Exact').encode(request)).toEqual({ databaseName: 'finance', name: 'ledger' })
    expect(messages(t.exact(DeleteTableRequestParameters).decode({ name: 5 }))).toEqual(['name: expected a string, received a number'])
  })

  it('t.exact of an intersection keeps the members of both', () => {
    const Tagged = t.exact(t.intersection([DeleteTableRequestParameters, t.partial({ extra: t.number })]))
    expect(Tagged.decode({ ...request, other: 1 })).toEqual({ _tag: 'Right', right: request })
  })

  it('t.intersection gives the very value', () => {
    const both = t.intersection([DeleteTableEvent, t.type({ eventTime: t.string })])
    const decoded = both.decode(event)
    expect(decoded._tag === 'Right' && decoded.right).toBe(event)
  })

  it('t.strict and t.partial take the members, and structures as members', () => {
    const { props } = DeleteTableRequestParameters
    expect(t.partial(props).is({ name: null })).toBe(true)
    expect(t.partial(props).is({ name: 5 })).toBe(false)
    expect(t.strict({ detail: DeleteTableEvent }).decode({ detail: event, source: 'aws.glue' })).toEqual({
      _tag: 'Right',
      right: { detail: event },
    })
    expect(t.partial({ detail: DeleteTableEvent }).is({ detail: { ...event, eventTime: 5 } })).toBe(false)
    expect(t.exact(t.type(props)).name).toContain('databaseName: (string | null | undefined)')
  })

  it('t.union looks events up by their name', () => {
    const Either = t.union([DeleteTableEvent, CreateConnectionEvent])
    expect(Either).toMatchObject({ tag: 'eventName' })
    expect(Either.is(event)).toBe(true)
  })
})
