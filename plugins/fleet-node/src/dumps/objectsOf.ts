import { KubernetesObject, listOf, recordOf, textOf } from '../rows';
import { TextDocument } from './readDocuments';
import { UnreadableTextError } from './UnreadableTextError';

/**
 * The objects of a document: one object, a list as `kubectl get -o` prints it,
 * a typed list as an API server returns it, or a plain sequence.
 *
 * @throws UnreadableTextError when it is none of these
 * @public
 */
export function objectsOf(document: TextDocument): KubernetesObject[] {
  const { value, line } = document;
  if (Array.isArray(value)) {
    return value.flatMap(entry => objectsOf({ value: entry, line }));
  }
  const kind = textOf(value, 'kind');
  if (!kind) {
    throw new UnreadableTextError(
      'There is no Kubernetes object here: it has no kind',
      line,
    );
  }
  // A list has no name; custom resources may be of a kind such as AllowList.
  if (!kind.endsWith('List') || textOf(value, 'metadata', 'name')) {
    return [recordOf(value)];
  }
  const { items } = recordOf(value);
  // Servers in Go write an empty list as null.
  if (!Array.isArray(items) && items !== null) {
    throw new UnreadableTextError(`The ${kind} has no items`, line);
  }
  // Items of typed lists say nothing about their kind: their list does.
  const typed =
    kind === 'List'
      ? {}
      : {
          apiVersion: textOf(value, 'apiVersion'),
          kind: kind.slice(0, -'List'.length),
        };
  return listOf(value, 'items').map(item => ({ ...typed, ...recordOf(item) }));
}
