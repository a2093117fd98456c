/** Owner and, for runners of one repository, its name. */
export function scopeOf(githubConfigUrl: string): string[] {
  return new URL(githubConfigUrl).pathname.split('/').filter(Boolean);
}
