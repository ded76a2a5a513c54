/**
 * A description as sections of rows, before it is formatted.
 *
 * @module
 */

/**
 * The form of a description: text for a terminal, or Markdown for a page.
 *
 * @category descriptions
 * @since 0.1.0
 */
export type DescriptionForm = 'text' | 'markdown'

/** A row: what is described, and its description. */
export interface Row {
  readonly name: string
  readonly type?: string
  /** The name within the type that has its own section. */
  readonly shape?: string
  readonly notes?: ReadonlyArray<string>
  /** Known values; others are possible. */
  readonly values?: ReadonlyArray<string>
  /** A sentence or two, with code between backticks. */
  readonly text?: string
  /** A page about this row only. */
  readonly page?: string
}

/** A heading and rows under it. */
export interface Section {
  readonly title: string
  /** A paragraph under the heading. */
  readonly text?: string
  readonly page?: string
  readonly rows: ReadonlyArray<Row>
  /** The sentence printed without rows. */
  readonly none?: string
}

/** A title, short facts, and sections. */
export interface Sheet {
  readonly title: string
  readonly facts: ReadonlyArray<{ readonly name: string; readonly text: string }>
  readonly page?: string
  readonly sections: ReadonlyArray<Section>
}
