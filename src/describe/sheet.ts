/**
 * A description laid out: sections of rows, before it is text or Markdown.
 *
 * @module
 */

/**
 * How a description is written: as text for a terminal, or as Markdown for a page.
 *
 * @category descriptions
 * @since 0.1.0
 */
export type DescriptionForm = 'text' | 'markdown'

/** A row: what is described, and what is said of it. */
export interface Row {
  readonly name: string
  readonly type?: string
  /** The name within the type that has a section of its own. */
  readonly shape?: string
  readonly notes?: ReadonlyArray<string>
  /** Known values, open to others. */
  readonly values?: ReadonlyArray<string>
  /** A sentence or two, with code between backticks. */
  readonly text?: string
  /** A page about this row alone. */
  readonly page?: string
}

/** A heading and rows under it. */
export interface Section {
  readonly title: string
  /** A paragraph under the heading. */
  readonly text?: string
  readonly page?: string
  readonly rows: ReadonlyArray<Row>
  /** The sentence that stands in place of rows where there are none. */
  readonly none?: string
}

/** A title, what is to be said in a few words, and sections under it. */
export interface Sheet {
  readonly title: string
  readonly facts: ReadonlyArray<{ readonly name: string; readonly text: string }>
  readonly page?: string
  readonly sections: ReadonlyArray<Section>
}
