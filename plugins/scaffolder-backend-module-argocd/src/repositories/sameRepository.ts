/** Whether Argo CD takes two addresses for the same repository. */
export function sameRepository(a: string, b: string): boolean {
  return normalize(a) === normalize(b);
}

function normalize(url: string): string {
  return url.toLowerCase().replace(/(\.git)?\/?$/, '');
}
