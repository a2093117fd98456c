/**
 * What may be chosen, with the facts that the clouds tell of it. Scaffolder
 * answers are typed as id and title only; all facts are texts.
 */
export interface Choice extends Record<string, string | undefined> {
  id: string;
  title: string;
}
