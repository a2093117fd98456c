/** What the repo-server says when it cannot list a repository's refs. */
export function describeGitFailure(url: string, stderr: string): string {
  const told = [...stderr.matchAll(/^remote: (.*)$/gm)]
    .map(match => match[1].trim())
    .join(' ');
  const refused = /Failed to connect to (\S+) port (\d+)/.exec(stderr);
  const unknownHost = /Could not resolve host: (\S+)/.exec(stderr);
  let reason: string;
  if (refused) {
    reason = `Get "${url}/info/refs?service=git-upload-pack": dial tcp ${refused[1]}:${refused[2]}: connect: connection refused`;
  } else if (unknownHost) {
    reason = `Get "${url}/info/refs?service=git-upload-pack": dial tcp: lookup ${unknownHost[1]}: no such host`;
  } else if (/could not read Username|Authentication failed/.test(stderr)) {
    reason = `authentication required: ${told}`;
  } else if (/The requested URL returned error: 403/.test(stderr)) {
    reason = `authorization failed: ${told}`;
  } else if (/not found|does not appear to be a git repository/.test(stderr)) {
    reason = `repository not found: ${told}`;
  } else {
    reason = stderr.trim();
  }
  return `failed to list refs: ${reason}`;
}
