import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { COMMAND, runProcess } from '../e2e/command.js'
import { ROOT } from '../support/root.js'

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string }

it('is run as one file, and says its version', () => {
  expect(runProcess(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' })
  const text = readFileSync(COMMAND, 'utf8')
  expect(text.startsWith('#!/usr/bin/env node\n')).toBe(true)
  const required = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? '')
  expect(required.length).toBeGreaterThan(5)
  expect(
    required.filter(
      (name) =>
        !/^(node:)?(assert|buffer|child_process|crypto|events|fs|os|worker_threads|fs\/promises|path|process|readline|stream|util|zlib)$/.test(
          name,
        ),
    ),
  ).toEqual([])
})

it('hands on the licences of what is in it', () => {
  const text = readFileSync(COMMAND, 'utf8')
  for (const name of ['@bomb.sh/tab', 'cli-progress', 'commander', 'io-ts', 'picocolors', 'string-width'])
    expect(text).toContain(`\n${name}\n\n`)
  expect(text).toContain('Permission is hereby granted, free of charge')
})
