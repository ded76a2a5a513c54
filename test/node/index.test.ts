import { expect, it } from 'vitest'
import * as node from '../../src/node/index.js'

it('has the names of the contract', () => {
  expect(Object.keys(node).sort()).toEqual(['decodeFiles', 'filePieces', 'folderStore', 'listFiles', 'reduceFiles'])
})
