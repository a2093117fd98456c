import { isSameJson } from '../collections';
import { Row } from './Row';

/**
 * Whether a domain would see no difference between two rows of an object. When
 * it was written, and at which version, is none.
 *
 * @public
 */
export function sameProjection(a: Row, b: Row): boolean {
  return isSameJson(visiblePart(a), visiblePart(b));
}

function visiblePart(row: Row): Partial<Row> {
  return {
    ...row,
    resourceVersion: undefined,
    writtenAt: undefined,
    changedAt: undefined,
  };
}
