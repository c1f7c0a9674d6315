// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/oddanswers.h"

namespace lightwell::test {

QList<OddAnswer> oddAnswers()
{
    const QByteArray page = "<!DOCTYPE html><html><title>Just a moment...</title></html>";
    QList<OddAnswer> all {
        {"a page with 200", Reply::bytes(page, "text/html")},
        {"a page with 403", Reply::bytes(page, "text/html", 403)},
        {"cut JSON", Reply::bytes("{\"id\":\"1\",\"status\":\"proc", "application/json")},
        {"0 bytes", Reply::bytes("", "application/json")},
        {"no content", Reply::bytes("", "application/json", 204)},
        {"dropped", Reply::drop()},
        {"cut off",
         Reply::bytes("{\"id\":\"1\",\"status\":\"processing\"}", "application/json")
             .as(Reply::Behaviour::DropMidBody)},
        {"interim answers only", Reply::raw("HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n")},
        {"elsewhere", Reply::bytes("", "text/plain", 302)},
    };
    for (const int status : {400, 405, 413}) {
        all.append({"a page with " + QByteArray::number(status), Reply::bytes(page, "text/html", status)});
    }
    for (const int status : {400, 401, 404, 405, 408, 410, 413, 422, 425, 429, 500, 502, 503, 504, 520, 524}) {
        all.append({QByteArray::number(status), Reply::json({}, status)});
    }
    return all;
}

} // namespace lightwell::test
