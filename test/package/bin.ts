/**
 * The command of the installed package, as npm links it.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { wordsOf } from '../support/shell-words.js'
import { command, root } from './command.js'
import { NODE_MAJORS, nodeOf, TOO_OLD } from './node-versions.js'
import { type Check, expectNone } from './report.js'
import { COMMAND_FILE, HELP_FILE, kilobytes, STARTER_FILE } from './tarball.js'

/** What users of S3 install next to the command. */
const SDK = ['@aws-sdk/client-cloudtrail', '@aws-sdk/client-s3']

/** Checks of the command in an empty project. */
export async function checkCommand(check: Check, project: string): Promise<void> {
  const bin = join(project, 'node_modules', '.bin', 'glue-trail')
  const trail = join(root, 'examples', 'trail')

  await check('the command is one file that needs Node and nothing else; it tries to load the AWS SDK for S3', () => {
    const content = readFileSync(join(project, 'node_modules', 'glue-trail', 'dist', COMMAND_FILE), 'utf8')
    if (!content.startsWith('#!/usr/bin/env node\n')) throw new Error('it does not say that Node runs it')
    const names = ts.preProcessFile(content, true, true).importedFiles.map(({ fileName }) => fileName.replace(/^node:/, ''))
    const others = names.filter((name) => !builtinModules.includes(name)).sort()
    // Each of them once, and in a `try` that reports it if it is missing.
    const tried = [...content.matchAll(/\btry\{return await import\("([^"]+)"\)\}catch/g)].map(([, name = '']) => name).sort()
    if (others.join() !== tried.join()) throw new Error(`imported: ${others.join(', ')}; tried: ${tried.join(', ')}`)
    expectNone(
      'imported',
      tried.filter((name) => !SDK.includes(name)),
    )
    return kilobytes(content.length)
  })

  await check('the file that npm links needs Node and the command alone, and its help', () => {
    const content = readFileSync(join(project, 'node_modules', 'glue-trail', 'dist', STARTER_FILE), 'utf8')
    const names = ts.preProcessFile(content, true, true).importedFiles.map(({ fileName }) => fileName)
    if (names.join() !== `module,path,./${HELP_FILE},./${COMMAND_FILE}`) throw new Error(`imported: ${names.join(', ')}`)
    return names.join(', ')
  })

  await check('npm links the command for scripts, and the file is executable', () => command(bin, ['--version']).stdout.trim())

  await check('without the AWS SDK, reading from S3 ends with one line that names the package', () => {
    const lines = ['decode', 'summary', 'validate'].map((name) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, name, 's3://bucket'], { cwd: project, encoding: 'utf8' })
      if (status === 0 || stdout !== '') throw new Error(`${name} ended with ${status}: ${stdout}`)
      const line = stderr.trim()
      if (!/^glue-trail: .*npm install @aws-sdk\/client-s3$/.test(line)) throw new Error(`${name} printed ${line}`)
      return line
    })
    return lines[0]
  })

  await check('the demo and the examples of the help work in an empty folder', () => {
    const folder = mkdtempSync(join(dirname(project), 'demo-'))
    const examples = ['decode', 'history', 'summary', 'describe', 'schema', 'table', 'demo'].flatMap((name) =>
      [...command(bin, [name, '--help']).stdout.matchAll(/^ {2}glue-trail (.+)$/gm)].map(([, line = '']) => line),
    )
    command(bin, ['demo'], { cwd: folder })
    for (const line of examples) {
      if (command(bin, wordsOf(line), { cwd: folder }).stdout === '') throw new Error(`it prints nothing: glue-trail ${line}`)
    }
    return `${examples.length} examples`
  })

  for (const version of TOO_OLD) {
    await check(`on Node ${version} the command prints one line that names the version it needs`, () => {
      const { status, stdout, stderr } = spawnSync(nodeOf(version), [bin, '--version'], { cwd: project, encoding: 'utf8' })
      const line = stderr.trim()
      if (status !== 1 || stdout !== '' || !/^glue-trail needs Node 20\.15 or newer\. This is v\d+\.\d+\.\d+\.$/.test(line)) {
        throw new Error(`ended with ${status}: ${stdout}${stderr}`)
      }
      return line
    })
  }

  for (const major of NODE_MAJORS) {
    await check(`the command reads log files on Node ${major}`, () => {
      const { stdout, stderr } = command(nodeOf(major), [bin, 'decode', trail, '--api', 'Delete*'], { cwd: project })
      if (stdout.split('\n').length < 4) throw new Error(`too little: ${stdout}`)
      return stderr.trim()
    })
  }

  const kept = join(project, 'node_modules', 'glue-trail', 'node_modules')
  await check('the command keeps its compiled code in the folder of the package, where Node can, and runs where it cannot', () => {
    const counts = NODE_MAJORS.map((major) => {
      rmSync(kept, { recursive: true, force: true })
      command(nodeOf(major), [bin, '--version'])
      const count = filesIn(kept).length
      // Node 20 cannot.
      if (count > 0 !== major > 20) throw new Error(`${count} files on Node ${major}`)
      return `${count} on Node ${major}`
    })
    rmSync(kept, { recursive: true, force: true })
    writeFileSync(kept, 'no folder')
    for (const major of NODE_MAJORS) {
      const { stderr } = command(nodeOf(major), [bin, '--version'])
      if (stderr !== '') throw new Error(`printed ${stderr}`)
    }
    rmSync(kept)
    return counts.join(', ')
  })
}

function filesIn(folder: string): ReadonlyArray<string> {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
  } catch {
    return []
  }
}
