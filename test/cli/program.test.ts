import { describe, expect, it } from 'vitest'
import { type Actions, programWith, VIAS } from '../../src/cli/program.js'
import { VIA_KINDS } from '../../src/insight/via-kinds.js'

/** What a command line comes to: which action with what, or what is said instead. */
async function parsed(...args: ReadonlyArray<string>) {
  const called: Array<unknown> = []
  const said: Array<string> = []
  const actions: Actions = {
    decode: async (paths, options) => {
      called.push('decode', paths, options)
    },
    history: async (table, paths, options) => {
      called.push('history', table, paths, options)
    },
    summary: async (paths, options) => {
      called.push('summary', paths, options)
    },
    describe: async (names, options) => {
      called.push('describe', names, options)
    },
    table: async (options) => {
      called.push('table', options)
    },
    complete: async (shell) => {
      called.push('complete', shell)
    },
  }
  const program = programWith(actions, '1.2.3')
  for (const command of [program, ...program.commands])
    command.configureOutput({ writeOut: (s) => said.push(s), writeErr: (s) => said.push(s) })
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    return { called, code: (error as { readonly code: string }).code, said: said.join('') }
  }
  return { called, said: said.join('') }
}

describe('decode', () => {
  it('takes paths', async () => {
    expect(await parsed('decode', 'a', '-', 'b')).toEqual({
      called: ['decode', ['a', '-', 'b'], { failOn: [] }],
      said: '',
    })
  })

  it('takes what is for parquet and for streams', async () => {
    expect((await parsed('decode', 'a', '-f', 'parquet', '-o', 'archive')).called).toEqual([
      'decode',
      ['a'],
      { failOn: [], format: 'parquet', out: 'archive' },
    ])
    expect((await parsed('decode', '-', '--stream')).called).toEqual(['decode', ['-'], { failOn: [], stream: true }])
    expect((await parsed('history', 't', 'a', '-f', 'parquet')).said).toContain(
      "error: option '-f, --format <form>' argument 'parquet' is invalid.",
    )
  })

  it('takes every option, those that are repeatable in their order', async () => {
    const line =
      'decode a -f csv -n 5 --from 24h --to 2024-05-14 --api Get* --api DeleteTable --source * --account 123456789012 --region eu-* --actor ann --resource sales.* --errors --denied --exposed --writes --via glue-job --via cli --redact --known-only --fail-on denied --fail-on nonconforming --no-color'
    expect((await parsed(...line.split(' '))).called).toEqual([
      'decode',
      ['a'],
      {
        format: 'csv',
        limit: 5,
        from: '24h',
        to: '2024-05-14',
        api: ['Get*', 'DeleteTable'],
        source: ['*'],
        account: ['123456789012'],
        region: ['eu-*'],
        actor: ['ann'],
        resource: ['sales.*'],
        errors: true,
        denied: true,
        exposed: true,
        writes: true,
        via: ['glue-job', 'cli'],
        redact: true,
        knownOnly: true,
        failOn: ['denied', 'nonconforming'],
        color: false,
      },
    ])
    expect((await parsed('decode', 'a', '--color')).called[2]).toMatchObject({ color: true })
  })

  it.each([
    [['decode'], "error: missing required argument 'path'"],
    [['decode', 'a', '--formt', 'csv'], "error: unknown option '--formt'\n(Did you mean --format?)"],
    [
      ['decode', 'a', '-f', 'cvs'],
      "error: option '-f, --format <form>' argument 'cvs' is invalid. Allowed choices are table, ndjson, json, csv, parquet.",
    ],
    [
      ['decode', 'a', '--fail-on', 'any'],
      "error: option '--fail-on <what>' argument 'any' is invalid. Allowed choices are nonconforming, broken, denied.",
    ],
    [['decode', 'a', '-n', '0'], "error: option '-n, --limit <number>' argument '0' is invalid. It must be a whole number, 1 at least."],
    [
      ['decode', 'a', '-n', '1.5'],
      "error: option '-n, --limit <number>' argument '1.5' is invalid. It must be a whole number, 1 at least.",
    ],
    [['decode', 'a', '--reads', '--writes'], "error: option '--reads' cannot be used with option '--writes'"],
    [['decod', 'a'], "error: unknown command 'decod'\n(Did you mean decode?)"],
    [['describe', 'A', '--json', '-f', 'text'], "error: option '--json' cannot be used with option '-f, --format <form>'"],
    [
      ['describe', 'A', '-f', 'csv'],
      "error: option '-f, --format <form>' argument 'csv' is invalid. Allowed choices are text, markdown, json.",
    ],
  ])('%j is wrong, and says so behind the help', async (args, message) => {
    const { called, said } = await parsed(...args)
    expect(called).toEqual([])
    expect(said.startsWith('Usage: glue-trail')).toBe(true)
    expect(said.endsWith(`\n\n${message}\n`)).toBe(true)
  })
})

describe('history', () => {
  it('takes a table and paths', async () => {
    expect((await parsed('history', 'sales.orders', 'a', 'b', '-f', 'csv', '--redact')).called).toEqual([
      'history',
      'sales.orders',
      ['a', 'b'],
      { format: 'csv', redact: true },
    ])
  })
})

describe('summary', () => {
  it('takes paths and a filter', async () => {
    expect((await parsed('summary', 'a', '--errors', '--top', '3', '--json')).called).toEqual([
      'summary',
      ['a'],
      { errors: true, top: 3, json: true },
    ])
    expect((await parsed('summary', 'a')).called).toEqual(['summary', ['a'], { top: 10 }])
  })
})

describe('describe', () => {
  it('takes names and a form, or all', async () => {
    expect((await parsed('describe', 'UpdateTable', '--json')).called).toEqual(['describe', ['UpdateTable'], { json: true }])
    expect((await parsed('describe', 'A', 'record', '-f', 'markdown')).called).toEqual([
      'describe',
      ['A', 'record'],
      { format: 'markdown' },
    ])
    expect((await parsed('describe', '--all', '--format', 'json')).called).toEqual(['describe', [], { all: true, format: 'json' }])
  })
})

it('knows each engine and client of the filter', () => {
  expect(VIAS.map((name) => name.toUpperCase().replaceAll('-', '_'))).toEqual(VIA_KINDS)
})

describe('complete', () => {
  it('takes a shell', async () => {
    expect((await parsed('complete', 'zsh')).called).toEqual(['complete', 'zsh'])
    expect((await parsed('complete', 'csh')).said).toContain(
      "error: command-argument value 'csh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.",
    )
  })
})

describe('help', () => {
  it('names the commands', async () => {
    const { code, said } = await parsed('--help')
    expect(code).toBe('commander.helpDisplayed')
    expect(said).toContain('decode [options] <path...>')
    expect(said).toContain('describe [options] [api...]')
    expect(said).toContain('complete <shell>')
  })

  it('is there for each command, with examples', async () => {
    for (const command of ['decode', 'history', 'summary', 'describe']) {
      const { said } = await parsed(command, '--help')
      expect(said).toContain(`Usage: glue-trail ${command} `)
      expect(said).toContain(`\nExamples:\n  glue-trail ${command} `)
    }
  })

  it('is what is said where no command is given', async () => {
    const { code, said } = await parsed()
    expect(code).toBe('commander.help')
    expect(said.startsWith('Usage: glue-trail [options] [command]\n')).toBe(true)
  })

  it('says the version', async () => {
    expect(await parsed('--version')).toEqual({ called: [], code: 'commander.version', said: '1.2.3\n' })
  })
})

describe('table', () => {
  it('takes an engine, a table and a folder', async () => {
    expect((await parsed('table', '--duckdb')).called).toEqual(['table', { duckdb: true, table: 'cloudtrail', location: 'archive' }])
    expect((await parsed('table', '--athena', '--table', 'a.b', '--location', 's3://c/')).called).toEqual([
      'table',
      { athena: true, table: 'a.b', location: 's3://c/' },
    ])
  })
})
