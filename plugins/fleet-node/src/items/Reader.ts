import {
  Coverage,
  FleetItem,
  ItemRef,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import { Row } from '../rows';

/**
 * Everything that a domain may know. Look-ups are indexed; what they return
 * holds gone rows only where it says so.
 *
 * @public
 */
export interface Reader {
  /** One object by its name; empty namespace for what has none. */
  row(
    source: string,
    resource: string,
    namespace: string,
    name: string,
  ): Row | undefined;
  /** All of a resource, or those of one namespace. */
  rows(source: string, resource: string, namespace?: string): Row[];
  /** Rows with an owner reference to this uid. */
  rowsByOwner(source: string, resource: string, uid: string): Row[];
  /** Rows with this label; without `namespace` in all. */
  rowsByLabel(
    source: string,
    resource: string,
    label: { key: string; value: string },
    namespace?: string,
  ): Row[];
  /** Rows by an index that a ResourceSpec of the asking domain declares. */
  rowsBy(source: string, resource: string, index: string, key: string): Row[];
  /** Rows of objects that went lately, newest first. */
  goneRows(source: string, resource: string, ownerUid: string): Row[];
  /** Events about an object, newest first. */
  events(
    source: string,
    about: { uid?: string; kind: string; namespace: string; name: string },
  ): Row[];
  /** Items of the domains in `dependsOn`. */
  item(ref: ItemRef): FleetItem | undefined;
  /** All that there are. */
  sources(): SourceInfo[];
  /** One by its id. */
  source(id: string): SourceInfo | undefined;
  /** "Missing" may be concluded only where `isComplete` holds for it. */
  coverage(source: string, resource: string, namespace?: string): Coverage;
}
