// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP/2 server for test_httptls: node http2server.mjs KEY CERTIFICATE; prints its port. /slow answers after 1.2 s,
// /count says how many requests came, the others fail as their names say.
import { readFileSync } from "node:fs";
import { constants, createSecureServer } from "node:http2";

const failures = {
    "/drop": (stream) => stream.session.destroy(),
    "/goaway": (stream) => stream.session.destroy(undefined, constants.NGHTTP2_ENHANCE_YOUR_CALM),
    "/refused": (stream) => stream.close(constants.NGHTTP2_REFUSED_STREAM),
    "/reset": (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
    "/half": (stream) => {
        stream.respond({ ":status": 200, "content-length": 9 });
        stream.write("half", () => stream.session.destroy());
    },
    "/password": (stream) => {
        stream.respond({ ":status": 401, "www-authenticate": "Basic realm=x" });
        stream.end();
    },
    "/moved": (stream) => {
        stream.respond({ ":status": 307, location: "/elsewhere" });
        stream.end();
    },
};

const [key, cert] = process.argv.slice(2).map((file) => readFileSync(file));
let count = 0;
const server = createSecureServer({ key, cert }, (request, response) => {
    ++count;
    let bytes = 0;
    request.on("data", (chunk) => (bytes += chunk.length));
    request.on("end", () => {
        if (failures[request.url]) failures[request.url](request.stream);
        else if (request.url === "/count") response.end(String(count));
        else setTimeout(() => response.end(`${request.httpVersion} ${request.method} ${bytes}`), 1200);
    });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
