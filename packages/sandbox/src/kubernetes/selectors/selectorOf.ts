import { KubernetesObject } from '../../client/types';
import {
  checkFieldSelector,
  matchesFields,
  SelectableStorage,
} from './fieldSelectors';
import { matchesLabels } from './matchesLabels';
import { parseFieldSelector } from './parseFieldSelector';
import { parseLabelSelector } from './parseLabelSelector';

export interface SelectorTexts {
  labelSelector?: string;
  fieldSelector?: string;
}

/** A test of objects, `undefined` when everything is selected. */
export function selectorOf(
  { labelSelector, fieldSelector }: SelectorTexts,
  resource: SelectableStorage,
): ((object: KubernetesObject) => boolean) | undefined {
  const labels = labelSelector ? parseLabelSelector(labelSelector) : [];
  const fields = fieldSelector ? parseFieldSelector(fieldSelector) : [];
  checkFieldSelector(fields, resource);
  if (labels.length + fields.length === 0) {
    return undefined;
  }
  return object =>
    matchesLabels(labels, object.metadata.labels) &&
    matchesFields(fields, object);
}
