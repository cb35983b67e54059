// A plain web host: serves a built site under a path, and compresses it, as any host would. In: a site. Out: where it
// is. Knows nothing of Rolebook.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { folder } from "./site.mjs";

const MEDIA = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".png": "image/png",
};

/** Serves a site on a free port of this machine until the tests of the file are done. */
export async function serve(site) {
  const server = createServer((request, response) => answer(site, request, response));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  // A browser keeps its connections; the tests are not to wait for them.
  const close = () => { server.closeAllConnections(); server.close(); };
  return { url: `http://127.0.0.1:${server.address().port}${site.path}`, close };
}

async function answer(site, request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const file = fileOf(site, decodeURIComponent(pathname));
  const body = file && (await readFile(file).catch(() => undefined));
  const [status, shown, content] = body ? [200, file, body] : [404, "404.html", await missing(site)];
  const media = MEDIA[extname(shown)] ?? "application/octet-stream";
  const isSmaller = !media.startsWith("image/png") && /\bgzip\b/.test(request.headers["accept-encoding"]);
  response.writeHead(status, { "content-type": media, ...(isSmaller && { "content-encoding": "gzip" }) });
  response.end(isSmaller ? gzipSync(content) : content);
}

/** The file behind a path; nothing when the path is not the site's. */
function fileOf(site, path) {
  if (!path.startsWith(site.path)) return undefined;
  const below = normalize(`/${path.slice(site.path.length)}`);
  return join(folder(site), below.endsWith("/") ? `${below}index.html` : below);
}

// The site may have gone with its test while a page of it still asks: then there is no page that says so either.
const missing = (site) => readFile(join(folder(site), "404.html")).catch(() => "");
