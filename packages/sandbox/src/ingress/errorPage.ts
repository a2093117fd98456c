import { ServerResponse, STATUS_CODES } from 'node:http';

// Where NGINX's words are not Node's.
const STATUS_TEXTS: Record<number, string> = {
  413: 'Request Entity Too Large',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

/** The page that NGINX shows for a status. */
export function errorPage(status: number): string {
  const title = `${status} ${STATUS_TEXTS[status] ?? STATUS_CODES[status]}`;
  return [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    '<hr><center>nginx</center>',
    '</body>',
    '</html>',
    '',
  ].join('\r\n');
}

/** Answers with such a page, if nothing has been answered yet. */
export function sendErrorPage(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const page = errorPage(status);
  response.writeHead(status, {
    server: 'nginx',
    'content-type': 'text/html',
    'content-length': Buffer.byteLength(page),
  });
  response.end(page);
}
