/** cfn-lint, AWS's own checker of CloudFormation templates, on the examples. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { command, root } from '../package/command.js'

const VERSION = '1.58.0'
const environment = join(root, '.cache', `cfn-lint-${VERSION}`)
const CHECKER = join(environment, 'bin', 'cfn-lint')
const templateOf = (example: string): string => join(root, 'examples', example, 'template.yaml')
const examples = readdirSync(join(root, 'examples')).filter((example) => existsSync(templateOf(example)))

beforeAll(() => {
  if (existsSync(CHECKER)) return
  try {
    command('python3', ['-m', 'venv', environment])
    command(join(environment, 'bin', 'pip'), ['install', '--quiet', `cfn-lint==${VERSION}`])
  } catch (error) {
    rmSync(environment, { recursive: true, force: true })
    throw error
  }
})

// It ends with another status than 0 where it finds anything, warnings included.
const check = (path: string): string => command(CHECKER, ['--regions', 'eu-central-1', 'us-east-1', '--', path]).stdout

it('finds templates', () => {
  expect(examples).toContain('eventbridge-rule')
})

it.each(examples)('%s is a template that CloudFormation takes', (example) => {
  expect(check(templateOf(example))).toBe('')
})

it('knows the states of a rule', () => {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-cfn-lint-'))
  const wrong = join(folder, 'template.yaml')
  const state = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'
  writeFileSync(wrong, readFileSync(templateOf('eventbridge-rule'), 'utf8').replace(state, 'ENABLED_WITH_READS'))
  expect(() => check(wrong)).toThrow(/'ENABLED_WITH_READS' is not one of/)
  rmSync(folder, { recursive: true })
})
