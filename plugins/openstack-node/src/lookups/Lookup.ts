/**
 * What a cloud answered to a question for a form. A cloud may lack the service,
 * or not let us ask; the form then goes without.
 *
 * @public
 */
export type Lookup<T> =
  | { outcome: 'known'; value: T }
  | { outcome: 'unavailable'; reason: string };
