import { Choice } from '../../choices';
import { Plan, QuotaLine } from './Plan';

/** Quotas as they are and as they will be, as far as the cloud tells them. */
export function planQuota(
  quota: Choice[],
  need: Record<string, number>,
): Pick<Plan, 'quota' | 'untold'> {
  const told = quota.filter(({ used }) => used !== undefined);
  return {
    quota: told.map(line => toLine(line, need[line.id] ?? 0)),
    untold: quota
      .filter(line => !told.includes(line))
      .map(({ title, reason }) => (reason ? `${title} (${reason})` : title)),
  };
}

function toLine({ id, limit, title, used }: Choice, need: number): QuotaLine {
  const inGb = id === 'ramMb';
  const scale = (value: number) =>
    inGb ? Math.round((value / 1024) * 10) / 10 : value;
  const most = limit === undefined ? undefined : Number(limit);
  const after = Number(used) + need;
  return {
    what: inGb ? 'RAM (GB)' : title,
    used: scale(Number(used)),
    after: scale(after),
    limit: most === undefined ? undefined : scale(most),
    isOver: need > 0 && most !== undefined && after > most,
  };
}
