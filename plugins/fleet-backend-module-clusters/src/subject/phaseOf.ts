/** What Magnum last did with a cluster or node group, and how it ended. */
export interface Phase {
  /** `CREATE`, `UPDATE`, `DELETE` or another word. */
  operation: string;
  outcome?: 'IN_PROGRESS' | 'COMPLETE' | 'FAILED';
}

const STATUS = /^(\w+?)_(IN_PROGRESS|COMPLETE|FAILED)$/;

/** The parts of a status; whatever Magnum adds is told by its ending. */
export function phaseOf(status: string | undefined): Phase {
  const [, operation = status ?? '', outcome] = STATUS.exec(status ?? '') ?? [];
  return { operation, outcome: outcome as Phase['outcome'] };
}
