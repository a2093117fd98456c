/**
 * What can be done about a finding from here.
 *
 * @public
 */
export type Remedy =
  | {
      kind: 'operation';
      /** Id of the operation of the item's domain. */
      operation: string;
      title: string;
      /** What will change. */
      effect: string;
      /** Why it would not help now; the button is shown off with it. */
      refused?: string;
    }
  | {
      kind: 'template';
      title: string;
      effect: string;
      /** Entity reference of the template. */
      template: string;
      values: Record<string, unknown>;
      /** It can be done whatever is the matter, and helps with nothing in particular. */
      isRoutine?: boolean;
    }
  | {
      kind: 'command';
      title: string;
      effect: string;
      /** To be run in a shell by somebody with access. */
      command: string;
    };
