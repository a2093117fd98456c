import { RecordedCloud } from '../openstack/types';

const NOTHING: Omit<RecordedCloud, 'cloud'> = {
  clusters: [],
  nodegroups: {},
  clustertemplates: [],
  quotas: {},
  stats: {},
};

/** The `openstack` block of a scenario; what it leaves out was empty. */
export function readRecords(file: string, block: unknown): RecordedCloud {
  const records = block as Partial<RecordedCloud>;
  if (typeof records.cloud !== 'string') {
    throw new Error(`${file}: "openstack" needs the name of its cloud.`);
  }
  return { ...NOTHING, ...records, cloud: records.cloud };
}
