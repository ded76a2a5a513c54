/**
 * The command of the installed package, as npm links it.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import ts from 'typescript'
import { command, root } from './command.js'
import { NODE_MAJORS, nodeOf } from './node-versions.js'
import { type Check, expectNone } from './report.js'
import { COMMAND_FILE, kilobytes } from './tarball.js'

/** Checks of the command in an empty project. */
export async function checkCommand(check: Check, project: string): Promise<void> {
  const bin = join(project, 'node_modules', '.bin', 'glue-trail')
  const trail = join(root, 'examples', 'trail')

  await check('the command is one file that needs Node and nothing else', () => {
    const text = readFileSync(join(project, 'node_modules', 'glue-trail', 'dist', COMMAND_FILE), 'utf8')
    if (!text.startsWith('#!/usr/bin/env node\n')) throw new Error('it does not say that Node runs it')
    const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName.replace(/^node:/, ''))
    expectNone(
      'imported',
      names.filter((name) => !builtinModules.includes(name)),
    )
    return kilobytes(text.length)
  })

  await check('npm links the command for scripts, and the file is executable', () => command(bin, ['--version']).stdout.trim())

  for (const major of NODE_MAJORS) {
    await check(`the command reads log files on Node ${major}`, () => {
      const { stdout, stderr } = command(nodeOf(major), [bin, 'decode', trail, '--api', 'Delete*'], { cwd: project })
      if (stdout.split('\n').length < 4) throw new Error(`too little: ${stdout}`)
      return stderr.trim()
    })
  }
}
