import {
  KubernetesObject,
  listOf,
  textOf,
  timeOf,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** When something other than a status was last written, and by what. */
export interface Edit {
  /** ISO time. */
  at: string;
  by?: string;
}

// What cert-manager itself writes beside the status is no change of anybody's.
const OWN_MANAGERS = /^cert-manager/;

/** The last edit of an object, where it says who wrote what. */
export function lastEditOf(object: KubernetesObject): Edit | undefined {
  return listOf(object, 'metadata', 'managedFields')
    .flatMap(entry => {
      const at = timeOf(entry, 'time');
      const by = textOf(entry, 'manager');
      const isEdit =
        textOf(entry, 'subresource') === undefined &&
        !OWN_MANAGERS.test(by ?? '');
      return at && isEdit ? [{ at, by }] : [];
    })
    .reduce<Edit | undefined>(
      (newest, edit) => (newest && newest.at >= edit.at ? newest : edit),
      undefined,
    );
}
