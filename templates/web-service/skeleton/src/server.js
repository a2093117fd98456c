'use strict';

const http = require('node:http');
const { GREETING } = require('./greeting');

const PORT = Number(process.env.PORT ?? 8080);

function createServer() {
  return http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/healthz') {
      answer(response, 200, 'ok\n');
    } else if (pathname === '/') {
      answer(response, 200, `${GREETING}\n`);
    } else {
      answer(response, 404, 'Not found\n');
    }
  });
}

function answer(response, status, text) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

if (require.main === module) {
  const server = createServer();
  server.listen(PORT, () => console.log(`Listening on port ${PORT}`));
  // Kubernetes asks a pod to end; requests that are under way are finished.
  process.once('SIGTERM', () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}

module.exports = { createServer };
