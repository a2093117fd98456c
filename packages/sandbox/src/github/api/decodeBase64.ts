import { GitHubError } from './GitHubError';

/** The bytes of a `content` field. */
export function decodeBase64(content: string): Buffer {
  const text = content.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 === 1) {
    throw new GitHubError(422, 'content is not valid Base64');
  }
  return Buffer.from(text, 'base64');
}
