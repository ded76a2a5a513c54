/**
 * What a call may be made through, as data: filters and the command's help read the list without loading the rules.
 *
 * @module
 */

/** Engines that read and write tables. */
export const ENGINES = ['ATHENA', 'GLUE_JOB', 'CRAWLER', 'EMR', 'REDSHIFT'] as const

/** Programs that people use. */
export const CLIENTS = ['CONSOLE', 'CLI', 'SDK', 'TERRAFORM', 'CLOUDFORMATION'] as const

/** Every kind that `viaOf` returns. */
export const VIA_KINDS = [...ENGINES, 'LAKE_FORMATION', ...CLIENTS, 'MCP', 'SERVICE', 'UNKNOWN'] as const

/**
 * Through what a call was made. Engines: `ATHENA`, `GLUE_JOB`, `CRAWLER`, `EMR`, `REDSHIFT`; `LAKE_FORMATION` where
 * Lake Formation's credentials were used and the record does not name the engine. Clients: `CONSOLE`, `CLI`, `SDK`,
 * `TERRAFORM`, `CLOUDFORMATION`. `MCP`: an AI agent through the AWS MCP Server. `SERVICE` is another AWS service, or
 * Glue itself where the record does not name the part of it. `UNKNOWN`: no rule fits.
 *
 * @category insights
 * @since 0.1.0
 */
export type ViaKind = (typeof VIA_KINDS)[number]
