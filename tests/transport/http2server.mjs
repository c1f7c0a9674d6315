// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP/2 server for test_httptls: node http2server.mjs KEY CERTIFICATE; prints its port. /slow answers after 1.2 s,
// /count says how many requests came, /drop loses the connection. What asks for HTTP/1.1 gets that.
import { readFileSync } from "node:fs";
import { createSecureServer } from "node:http2";

const [key, cert] = process.argv.slice(2).map((file) => readFileSync(file));
let count = 0;
const server = createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => {
    ++count;
    let bytes = 0;
    request.on("data", (chunk) => (bytes += chunk.length));
    request.on("end", () => {
        if (request.url === "/drop") request.httpVersion === "2.0" ? request.stream.session.destroy() : request.socket.destroy();
        else if (request.url === "/count") response.end(String(count));
        else setTimeout(() => response.end(`${request.httpVersion} ${request.method} ${bytes}`), 1200);
    });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
