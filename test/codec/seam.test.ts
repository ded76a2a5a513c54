import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as seam from '../../src/codec/seam.js'

it('hands on nothing that generated code does not use', () => {
  const printers = ['checks', 'record', 'operations', 'registry', 'structure', 'types']
    .map((name) => readFileSync(new URL(`../../codegen/print/${name}.ts`, import.meta.url), 'utf8'))
    .join('')
  // Checks are named by their kind in the printer: `opt` and `is` stand apart from it.
  const unused = Object.keys(seam).filter((name) => !printers.includes(name) && !printers.includes(`'${name.replace(/^(opt|is)/, '')}'`))
  expect(unused).toEqual([])
})
