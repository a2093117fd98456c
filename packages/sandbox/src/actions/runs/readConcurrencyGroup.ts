import { isTruthy } from '../expressions/conversions';
import { ExpressionScope } from '../expressions/evaluateExpression';
import { interpolate, interpolateValue } from '../expressions/interpolate';
import { Concurrency } from '../workflows/types';

/** A `concurrency` with its expressions replaced. */
export function readConcurrencyGroup(
  concurrency: Concurrency | undefined,
  scope: ExpressionScope,
): { group: string; cancelInProgress: boolean } | undefined {
  return (
    concurrency && {
      // Names of groups have no case.
      group: interpolate(concurrency.group, scope).toLowerCase(),
      cancelInProgress: isTruthy(
        interpolateValue(concurrency.cancelInProgress, scope),
      ),
    }
  );
}
