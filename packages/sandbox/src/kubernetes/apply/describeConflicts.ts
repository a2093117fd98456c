import { FieldConflict } from './serverSideApply';

/** Message and causes of the 409 that answers an apply with conflicts. */
export function describeConflicts(conflicts: FieldConflict[]): {
  message: string;
  causes: { reason: string; message: string; field: string }[];
} {
  return {
    message: messageFor(conflicts),
    causes: conflicts.map(({ manager, field }) => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${manager}`,
      field,
    })),
  };
}

function messageFor(conflicts: FieldConflict[]): string {
  if (conflicts.length === 1) {
    const [{ manager, field }] = conflicts;
    return `Apply failed with 1 conflict: conflict with ${manager}: ${field}`;
  }
  const managers = [...new Set(conflicts.map(({ manager }) => manager))].sort();
  const lines = managers.flatMap(manager => [
    `conflicts with ${manager}:`,
    ...conflicts
      .filter(conflict => conflict.manager === manager)
      .map(({ field }) => `- ${field}`),
  ]);
  return `Apply failed with ${conflicts.length} conflicts: ${lines.join('\n')}`;
}
