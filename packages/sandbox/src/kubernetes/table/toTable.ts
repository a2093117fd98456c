import { storedForm } from '../operations/presentAs';
import { ApiResource } from '../registry';
import { StoredObject } from '../types';
import { columnsOf } from './columnsOf';

export interface ToTableOptions {
  resource: ApiResource;
  objects: StoredObject[];
  metadata: object;
  /** What each row carries of its object. @default 'Metadata' */
  includeObject?: string;
  /** Without the headers, for all but the first event of a watch. */
  withoutColumns?: boolean;
  now: Date;
}

/** Objects as the rows that `kubectl get` prints. */
export function toTable(options: ToTableOptions) {
  const { resource, objects, metadata, includeObject, now } = options;
  const columns = columnsOf(resource);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: options.withoutColumns
      ? null
      : columns.map(column => ({
          name: column.name,
          type: column.type ?? 'string',
          format: column.format ?? '',
          description: column.description ?? '',
          priority: column.priority ?? 0,
        })),
    // Go writes an empty list of these as null.
    rows:
      objects.length === 0
        ? null
        : objects.map(object => ({
            cells: columns.map(column =>
              column.cell(storedForm(object, resource), now),
            ),
            ...(includeObject !== 'None' && {
              object:
                includeObject === 'Object'
                  ? object
                  : {
                      kind: 'PartialObjectMetadata',
                      apiVersion: 'meta.k8s.io/v1',
                      metadata: object.metadata,
                    },
            }),
          })),
  };
}
