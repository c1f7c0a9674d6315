// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/echo.h"

namespace lightwell::test {

Reply EchoStandIn::handle(const Received &request)
{
    QJsonObject headers;
    for (const HttpHeader &h : request.headers) {
        headers.insert(QString::fromLatin1(h.name.toLower()), QString::fromLatin1(h.value));
    }
    return Reply::json({{QStringLiteral("method"), QString::fromLatin1(request.method)},
                        {QStringLiteral("path"), request.path},
                        {QStringLiteral("headers"), headers},
                        {QStringLiteral("body"), QString::fromUtf8(request.body)}});
}

} // namespace lightwell::test
