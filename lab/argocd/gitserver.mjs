// node gitserver.mjs FOLDER PORT: git over HTTP (clone and push) on loopback; wraps `git http-backend`.
import http from 'node:http';
import { spawn } from 'node:child_process';

const [folder, port] = process.argv.slice(2);

function cgiEnvironment(request) {
  const url = new URL(request.url, 'http://127.0.0.1');
  return {
    ...process.env,
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: decodeURIComponent(url.pathname),
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    CONTENT_LENGTH: request.headers['content-length'] ?? '',
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
    REMOTE_ADDR: '127.0.0.1',
    REMOTE_USER: 'lab', // git accepts a push only from a user who is named
  };
}

function writeHead(response, text) {
  let status = 200;
  for (const line of text.split('\r\n')) {
    const [name, value] = [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).trim(),
    ];
    if (name.toLowerCase() === 'status') status = parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.writeHead(status);
}

http
  .createServer((request, response) => {
    const cgi = spawn('git', ['http-backend'], {
      env: cgiEnvironment(request),
    });
    cgi.stdin.on('error', () => {}); // git may answer and leave before it has read everything
    request.pipe(cgi.stdin);
    let head = Buffer.alloc(0);
    cgi.stdout.on('data', chunk => {
      if (response.headersSent) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      writeHead(response, head.subarray(0, end).toString());
      response.write(head.subarray(end + 4));
    });
    cgi.on('close', () => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  })
  .listen(Number(port), '127.0.0.1', () =>
    console.log(`git on http://127.0.0.1:${port}`),
  );
