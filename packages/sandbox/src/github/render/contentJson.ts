import { Services } from '../Services';
import { JsonObject, Repository, TreeEntry } from '../types';
import { encodePath } from './encodePath';

const LARGEST_INLINE = 1024 * 1024;

/** A file, link, submodule or folder as `/repos/…/contents` shows it. */
export function contentJson(
  services: Services,
  options: {
    repository: Repository;
    ref: string;
    path: string;
    entry: TreeEntry;
    /** Given when a single file is asked for. */
    body?: Buffer;
  },
): JsonObject {
  const { repository, ref, path, entry, body } = options;
  const self = `${services.apiUrl}/repos/${repository.fullName}`;
  const html = `${services.url}/${repository.fullName}`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const file = encodePath(path);
  const at = encodePath(ref);
  const type = typeOf(entry);
  const isFolder = type === 'dir';
  const url = `${self}/contents/${file}?ref=${encodeURIComponent(ref)}`;
  const gitUrl =
    type === 'submodule'
      ? null
      : `${self}/git/${isFolder ? 'trees' : 'blobs'}/${entry.sha}`;
  const htmlUrl = `${html}/${isFolder ? 'tree' : 'blob'}/${at}/${file}`;
  return {
    type,
    name,
    path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url,
    git_url: gitUrl,
    html_url: htmlUrl,
    download_url: entry.type === 'blob' ? `${html}/raw/${at}/${file}` : null,
    ...(body && inlineContent(type, body)),
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}

function inlineContent(type: string, body: Buffer): JsonObject {
  if (type === 'symlink') {
    return { target: body.toString('utf8') };
  }
  if (body.length > LARGEST_INLINE) {
    return { encoding: 'none', content: '' };
  }
  const lines = body.toString('base64').replace(/(.{60})/g, '$1\n');
  return { encoding: 'base64', content: lines };
}

function typeOf(entry: TreeEntry): 'dir' | 'file' | 'symlink' | 'submodule' {
  if (entry.type === 'tree') {
    return 'dir';
  }
  if (entry.type === 'commit') {
    return 'submodule';
  }
  return entry.mode === '120000' ? 'symlink' : 'file';
}
