/**
 * A choice of a form. The facts beside id and title are for fields that show
 * more than a title; all are texts.
 */
export interface AutocompleteResult extends Record<string, string> {
  id: string;
  title: string;
}
