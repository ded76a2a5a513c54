import { describe, expect, it } from 'vitest'
import { type Actions, programWith } from '../../src/cli/program.js'

/** Parses a command line: which action runs with what, or what is written instead. */
async function parsed(...args: ReadonlyArray<string>) {
  const called: Array<unknown> = []
  const written: Array<string> = []
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
    schema: async (names, options) => {
      called.push('schema', names, options)
    },
    table: async (options) => {
      called.push('table', options)
    },
    demo: async (folder, options) => {
      called.push('demo', folder, options)
    },
    validate: async (paths, options) => {
      called.push('validate', paths, options)
    },
    complete: async (shell) => {
      called.push('complete', shell)
    },
  }
  const program = programWith(actions, '1.2.3')
  for (const command of [program, ...program.commands])
    command.configureOutput({ writeOut: (s) => written.push(s), writeErr: (s) => written.push(s) })
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    return { called, code: (error as { readonly code: string }).code, written: written.join('') }
  }
  return { called, written: written.join('') }
}

describe('decode', () => {
  it('takes paths', async () => {
    expect(await parsed('decode', 'a', '-', 'b')).toEqual({
      called: ['decode', ['a', '-', 'b'], { failOn: [] }],
      written: '',
    })
  })

  it('takes what is for parquet and for streams', async () => {
    expect((await parsed('decode', 'a', '-f', 'parquet', '-o', 'archive')).called).toEqual([
      'decode',
      ['a'],
      { failOn: [], format: 'parquet', out: 'archive' },
    ])
    expect((await parsed('decode', '-', '--stream')).called).toEqual(['decode', ['-'], { failOn: [], stream: true }])
    expect((await parsed('history', 't', 'a', '-f', 'parquet')).written).toContain(
      "option '-f, --format <format>' argument 'parquet' is invalid.",
    )
  })

  it('takes every option, those that are repeatable in their order', async () => {
    const line =
      'decode a -f csv -n 5 --columns time,actor --columns api --from 24h --to 2024-05-14 --api Get* --api DeleteTable --source * --account 123456789012 --region eu-* --actor ann --resource sales.* --errors --denied --exposed --writes --via glue-job --via cli --redact --known-only --fail-on denied --fail-on nonconforming --no-color'
    expect((await parsed(...line.split(' '))).called).toEqual([
      'decode',
      ['a'],
      {
        format: 'csv',
        limit: 5,
        columns: ['time', 'actor', 'api'],
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
    [['decode'], "missing required argument 'path'"],
    [['decode', 'a', '--formt', 'csv'], "unknown option '--formt' (Did you mean --format?)"],
    [
      ['decode', 'a', '-f', 'cvs'],
      "option '-f, --format <format>' argument 'cvs' is invalid. Allowed choices are table, ndjson, json, csv, parquet (Did you mean csv?)",
    ],
    [
      ['decode', 'a', '--fail-on', 'any'],
      "option '--fail-on <what>' argument 'any' is invalid. Allowed choices are nonconforming, broken, denied, invalid, other",
    ],
    [['decode', 'a', '-n', '0'], "option '-n, --limit <number>' argument '0' is invalid. It must be a whole number, at least 1"],
    [['decode', 'a', '-n', '1.5'], "option '-n, --limit <number>' argument '1.5' is invalid. It must be a whole number, at least 1"],
    [['decode', 'a', '--reads', '--writes'], "option '--reads' cannot be used with option '--writes'"],
    [['decod', 'a'], "unknown command 'decod' (Did you mean decode?)"],
    [
      ['describe', 'A', '-f', 'text'],
      "option '-f, --format <format>' argument 'text' is invalid. Allowed choices are table, ndjson, json, csv, markdown",
    ],
  ])('%j is wrong, which one line reports', async (args, message) => {
    const { called, written } = await parsed(...args)
    expect(called).toEqual([])
    expect(written).toMatch(/^glue-trail(?: [a-z]+)?: [^\n]+\n$/)
    expect(written.endsWith(`: ${message}; try --help\n`)).toBe(true)
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
    expect((await parsed('summary', 'a', '--errors', '--top', '3', '-f', 'json')).called).toEqual([
      'summary',
      ['a'],
      { failOn: [], errors: true, top: 3, format: 'json' },
    ])
    expect((await parsed('summary', 'a')).called).toEqual(['summary', ['a'], { failOn: [], top: 10 }])
  })
})

describe('describe', () => {
  it('takes names and a form, or all', async () => {
    expect((await parsed('describe', 'UpdateTable', '-f', 'csv')).called).toEqual(['describe', ['UpdateTable'], { format: 'csv' }])
    expect((await parsed('describe', 'A', 'record', '-f', 'markdown')).called).toEqual([
      'describe',
      ['A', 'record'],
      { format: 'markdown' },
    ])
    expect((await parsed('describe', '--all', '--format', 'json')).called).toEqual(['describe', [], { all: true, format: 'json' }])
  })
})

describe('demo', () => {
  it('takes a folder', async () => {
    expect((await parsed('demo')).called).toEqual(['demo', 'glue-trail-demo', {}])
    expect((await parsed('demo', 'trail', '--no-color')).called).toEqual(['demo', 'trail', { color: false }])
  })
})

describe('validate', () => {
  it('takes every option', async () => {
    const line =
      'validate a b --from 7d --to 1d --public-keys k --signatures s --account 1 --account 2 --region r --trail t --no-logs --no-unreferenced --follow-bucket x --after old --report new --evidence e -f ndjson --workers 4'
    expect((await parsed(...line.split(' '))).called).toEqual([
      'validate',
      ['a', 'b'],
      {
        from: '7d',
        to: '1d',
        publicKeys: 'k',
        signatures: 's',
        account: ['1', '2'],
        region: ['r'],
        trail: ['t'],
        logs: false,
        unreferenced: false,
        followBucket: ['x'],
        after: 'old',
        report: 'new',
        evidence: 'e',
        format: 'ndjson',
        workers: 4,
      },
    ])
  })
})

describe('complete', () => {
  it('takes a shell', async () => {
    expect((await parsed('complete', 'zsh')).called).toEqual(['complete', 'zsh'])
    expect((await parsed('complete', 'csh')).written).toContain(
      "command-argument value 'csh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish (Did you mean zsh?); try --help",
    )
  })
})

describe('help', () => {
  it('names the commands', async () => {
    const { code, written } = await parsed('--help')
    expect(code).toBe('commander.helpDisplayed')
    expect(written).toMatch(/^ {2}decode <path\.\.\.> +Shows the calls in log files\.$/m)
    expect(written).toMatch(/^ {2}describe \[api\.\.\.\] +Describes Glue APIs, or the record around every$/m)
    expect(written).toContain('complete <shell>')
  })

  it('has no command that is misspelled, and names the nearest', async () => {
    expect((await parsed('help', 'decode')).written).toContain('Usage: glue-trail decode ')
    expect((await parsed('help')).written).toContain('Usage: glue-trail [options] [command]\n')
    expect((await parsed('help', 'decod')).written).toBe("glue-trail: no command is named 'decod' (Did you mean decode?); try --help\n")
    expect((await parsed('help', 'x')).written).toBe("glue-trail: no command is named 'x'; try --help\n")
  })

  it('is there for each command, with examples', async () => {
    for (const command of ['decode', 'history', 'summary', 'describe']) {
      const { written } = await parsed(command, '--help')
      expect(written).toContain(`Usage: glue-trail ${command} `)
      expect(written).toContain(`\nExamples:\n  glue-trail ${command} `)
    }
  })

  it('is what is written where no command is given', async () => {
    const { code, written } = await parsed()
    expect(code).toBe('commander.help')
    expect(written.startsWith('Usage: glue-trail [options] [command]\n')).toBe(true)
  })

  it('says the version', async () => {
    expect(await parsed('--version')).toEqual({ called: [], code: 'commander.version', written: '1.2.3\n' })
  })
})

describe('schema', () => {
  it('takes names, a target or another form', async () => {
    expect(await parsed('schema', 'UpdateTable', '--target', 'draft-07')).toMatchObject({
      called: ['schema', ['UpdateTable'], { target: 'draft-07' }],
    })
    expect(await parsed('schema', '--all', '--openapi', '--eventbridge')).toMatchObject({ called: [], code: 'commander.conflictingOption' })
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
