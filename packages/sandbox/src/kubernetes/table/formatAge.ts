const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** A length of time as kubectl tells it: `45s`, `3m20s`, `5h`, `12d`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < -1) {
    return '<invalid>';
  }
  if (seconds < 0) {
    return '0s';
  }
  const both = (big: number, unit: string, small: number, smallUnit: string) =>
    `${big}${unit}${small > 0 ? `${small}${smallUnit}` : ''}`;
  const minutes = Math.floor(seconds / MINUTE);
  const hours = Math.floor(seconds / HOUR);
  const days = Math.floor(seconds / DAY);
  const years = Math.floor(seconds / YEAR);
  if (seconds < 2 * MINUTE) {
    return `${seconds}s`;
  }
  if (minutes < 10) {
    return both(minutes, 'm', seconds % 60, 's');
  }
  if (minutes < 180) {
    return `${minutes}m`;
  }
  if (hours < 8) {
    return both(hours, 'h', minutes % 60, 'm');
  }
  if (hours < 48) {
    return `${hours}h`;
  }
  if (days < 8) {
    return both(days, 'd', hours % 24, 'h');
  }
  if (years < 2) {
    return `${days}d`;
  }
  if (years < 8) {
    return both(years, 'y', days % 365, 'd');
  }
  return `${years}y`;
}

/** How long ago a time was; `<unknown>` without one. */
export function formatAge(since: string | undefined | null, now: Date): string {
  return since
    ? formatDuration(now.getTime() - Date.parse(since))
    : '<unknown>';
}
