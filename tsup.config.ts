import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'tsup'

const operations = readdirSync('src/generated/operations').map((file) => basename(file, '.ts'))

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    shapes: 'src/generated/shapes/index.ts',
    ...Object.fromEntries(operations.map((name) => [`operations/${name}`, `src/generated/operations/${name}.ts`])),
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  splitting: true,
  clean: true,
})
