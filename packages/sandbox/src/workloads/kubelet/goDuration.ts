/** Milliseconds as Go prints them: `40s`, `2m40s`, `5m0s`, `500ms`. */
export function goDuration(ms: number): string {
  if (ms < 1000) {
    return `${Math.round(ms)}ms`;
  }
  const seconds = ms / 1000;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = `${+(seconds % 60).toFixed(3)}s`;
  if (hours) {
    return `${hours}h${minutes}m${rest}`;
  }
  return minutes ? `${minutes}m${rest}` : rest;
}
