import fs from 'node:fs';
import path from 'node:path';
import { LabObject } from './LabObject';

/** What of a real server goes into a sample file. */
export interface RecordSampleOptions {
  name: string;
  objects: LabObject[];
  /** Of the scene; its random name would change with every recording. */
  namespace: string;
}

const REMOVED = 'removed';

/**
 * Keeps objects as one List in the folder that the environment
 * names, without keys; does nothing where it names none.
 */
export function recordSample(options: RecordSampleOptions): void {
  const folder = process.env.SLIPWAY_CONTRACT_SAMPLES;
  if (!folder) {
    return;
  }
  const items = options.objects.map(plain);
  const list = { apiVersion: 'v1', kind: 'List', items };
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(
    path.join(folder, `${options.name}.json`),
    `${JSON.stringify(list, null, 2).replaceAll(options.namespace, 'lab')}\n`,
  );
}

function plain(object: LabObject): LabObject {
  const { managedFields, ...metadata } = object.metadata;
  const copy = structuredClone({ ...object, metadata });
  if (copy.kind === 'Secret') {
    for (const key of Object.keys(copy.data ?? {})) {
      copy.data[key] = key.endsWith('.crt') ? copy.data[key] : btoa(REMOVED);
    }
  }
  if (copy.kind === 'Challenge') {
    copy.spec.key = REMOVED;
  }
  if (copy.spec?.acme?.caBundle) {
    copy.spec.acme.caBundle = btoa(REMOVED);
  }
  return copy;
}
