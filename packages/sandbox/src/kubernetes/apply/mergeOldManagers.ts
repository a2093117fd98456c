import { Manager } from './Manager';

const MAX_UPDATERS = 10;
const BUCKET = 'ancient-changes';

/** Keeps the list short: the oldest updaters of one version become one entry. */
export function mergeOldManagers(managers: Manager[]): Manager[] {
  const updaters = managers
    .filter(manager => manager.operation === 'Update')
    .sort((a, b) => (a.time ?? '').localeCompare(b.time ?? ''));
  const surplus = updaters.length - MAX_UPDATERS;
  if (surplus <= 0) {
    return managers;
  }
  const [oldest] = updaters;
  // One more than the surplus: they become one entry, not none.
  const merged = updaters
    .filter(manager => manager.apiVersion === oldest.apiVersion)
    .slice(0, surplus + 1);
  const { apiVersion, time } = merged[merged.length - 1];
  return [
    ...managers.filter(manager => !merged.includes(manager)),
    {
      name: BUCKET,
      operation: 'Update',
      apiVersion,
      time,
      fields: merged
        .map(manager => manager.fields)
        .reduce((all, fields) => all.union(fields)),
    },
  ];
}
