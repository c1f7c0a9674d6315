// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/requests.h"

namespace lightwell {

using namespace Qt::StringLiterals;

HttpRequest getRequest(const QUrl &url)
{
    HttpRequest request;
    request.method = "GET"_ba;
    request.url = url;
    request.setHeader("Accept"_ba, "application/json"_ba);
    return request;
}

void postJson(HttpRequest &request, const QJsonDocument &body)
{
    request.method = "POST"_ba;
    request.setHeader("Content-Type"_ba, "application/json"_ba);
    request.body = body.toJson(QJsonDocument::Compact);
}

HttpRequest submission(const QUrl &url, const QJsonObject &body)
{
    HttpRequest request = getRequest(url);
    postJson(request, QJsonDocument(body));
    request.startsPaidWork = true;
    return request;
}

void authorize(HttpRequest &request, const KeyHeader &header, const QByteArray &key)
{
    if (!key.isEmpty()) {
        request.setHeader(header.name, header.scheme.isEmpty() ? key : QByteArray(header.scheme + ' ' + key));
    }
}

} // namespace lightwell
