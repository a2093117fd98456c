import { KubernetesObject } from '../KubernetesObject';
import { valueAt } from '../json';

/**
 * Whether an object fits a field selector, for objects that did not come through
 * an API server: `involvedObject.kind=Order,type!=Normal`.
 *
 * @internal
 */
export function matchesFieldSelector(
  selector: string,
  object: KubernetesObject,
): boolean {
  return selector
    .split(',')
    .filter(Boolean)
    .every(term => {
      const [field, value] = term.split(/!?={1,2}/);
      const isEqual = valueAt(object, ...field.split('.')) === value;
      return term.includes('!=') ? !isEqual : isEqual;
    });
}
