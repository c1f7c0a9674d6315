// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/requests.h"

#include <QJsonDocument>

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

HttpRequest submission(const QUrl &url, const QJsonObject &body)
{
    HttpRequest request;
    request.method = "POST"_ba;
    request.url = url;
    request.setHeader("Accept"_ba, "application/json"_ba);
    request.setHeader("Content-Type"_ba, "application/json"_ba);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
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
