/** Properties are tried with the same values in every run. `npm run fuzz` looks for others. */
import fc from 'fast-check'

fc.configureGlobal({ seed: 20240514 })
