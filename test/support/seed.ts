/** Properties are checked with the same values in every run. `npm run fuzz` tries other ones. */
import fc from 'fast-check'

fc.configureGlobal({ seed: 20240514 })
