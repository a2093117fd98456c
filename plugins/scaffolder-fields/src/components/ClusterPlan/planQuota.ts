import { Choice } from '../../choices';
import { Plan, QuotaLine } from './Plan';

/** Quotas as they are and as they will be, as far as the cloud tells them. */
export function planQuota(
  quota: Choice[],
  need: Partial<Record<string, number>>,
): Pick<Plan, 'quota' | 'untold'> {
  const told = quota.filter(({ used }) => used !== undefined);
  return {
    quota: told.map(line => toLine(line, need[line.id])),
    untold: quota
      .filter(line => !told.includes(line))
      .map(({ title, reason }) => (reason ? `${title} (${reason})` : title)),
  };
}

function toLine(
  { id, limit, title, used }: Choice,
  need: number | undefined,
): QuotaLine {
  const scale = (value: number | undefined) =>
    id === 'ramMb' && value !== undefined
      ? Math.round((value / 1024) * 10) / 10
      : value;
  const most = limit === undefined ? undefined : Number(limit);
  const now = Number(used);
  const after = need === undefined ? undefined : now + need;
  return {
    what: id === 'ramMb' ? 'RAM (GB)' : title,
    used: scale(now) ?? now,
    after: scale(after),
    limit: scale(most),
    isOver: Boolean(need) && after !== undefined && after > (most ?? Infinity),
  };
}
