/**
 * What became of an operation, or with `dryRun` would become of it; `command`
 * where nobody gave the fleet a credential for it.
 *
 * @public
 */
export type OperationAnswer =
  | { outcome: 'done'; message: string }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'allowed'; effect: string; cost?: string }
  | { outcome: 'command'; command: string; reason: string };
