import { Request, Response, Router } from 'express';
import { nodeId } from '../../render/nodeId';
import { Services } from '../../Services';
import { asyncRoute } from '../asyncRoute';
import { decodeBase64 } from '../decodeBase64';
import { readingGit, requireObject, writingGit } from '../gitPlace';
import { readBody } from '../readBody';
import { wantsMedia } from '../wantsMedia';

const GIT = '/repos/:owner/:repo/git';

/** Contents of files, as git has them. */
export function gitBlobRoutes(services: Services): Router {
  const router = Router();
  router.get(
    `${GIT}/blobs/:sha`,
    asyncRoute((req, res) => readBlob(services, req, res)),
  );
  router.post(
    `${GIT}/blobs`,
    asyncRoute((req, res) => createBlob(services, req, res)),
  );
  return router;
}

async function readBlob(services: Services, req: Request, res: Response) {
  const { content, self } = readingGit(services, req);
  const sha = await requireObject(content, req.params.sha, 'blob');
  const body = await content.read(sha);
  if (wantsMedia(req, 'raw')) {
    res.type('application/vnd.github.raw; charset=utf-8').send(body);
    return;
  }
  res.json({
    sha,
    node_id: nodeId('Blob', sha),
    size: body.length,
    url: `${self}/blobs/${sha}`,
    content: body.toString('base64').replace(/(.{60})/g, '$1\n'),
    encoding: 'base64',
  });
}

async function createBlob(services: Services, req: Request, res: Response) {
  const { content, self } = await writingGit(services, req);
  const body = readBody(req, { content: 'string', encoding: 'string?' });
  const data =
    body.encoding === 'base64'
      ? decodeBase64(body.content)
      : Buffer.from(body.content, 'utf8');
  const sha = await content.writeBlob(data);
  const url = `${self}/blobs/${sha}`;
  res.setHeader('Location', url);
  res.status(201).json({ sha, url });
}
