/** A heading of a page, for the table of contents and the search index. */
export interface Heading {
  level: number;
  id: string;
  title: string;
}

/** A rendered page. */
export interface Rendered {
  html: string;
  headings: Heading[];
  /** Text of each section; the first is what comes before any heading. */
  sections: Array<{ id?: string; title?: string; text: string }>;
  warnings: string[];
}
