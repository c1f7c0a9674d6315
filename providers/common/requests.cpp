// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/requests.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/jsontext.h"

#include <algorithm>

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
    request.body = body.isArray() ? compactJson(body.array()) : compactJson(body.object());
}

HttpRequest submission(const QUrl &url, const QJsonObject &body)
{
    HttpRequest request = getRequest(url);
    postJson(request, QJsonDocument(body));
    request.startsPaidWork = true;
    return request;
}

Status withoutWebhook(const Request &request, const QStringList &fields)
{
    for (const QString &field : fields) {
        const bool isNested =
            request.extra.value(field.section(u'.', 0, 0)).toObject().contains(field.section(u'.', 1));
        const QStringList said = request.extra.keys();
        const bool isFlat = std::any_of(said.begin(), said.end(), [&field](const QString &name) {
            return name == field || name.startsWith(QString(field + u'.'));
        });
        if (isNested || isFlat) {
            return notSent(ErrorKind::Invalid, reasons::webhookNotTaken(field), field);
        }
    }
    return Success();
}

void authorize(HttpRequest &request, const KeyHeader &header, const QByteArray &key)
{
    if (!key.isEmpty()) {
        request.setHeader(header.name, header.scheme.isEmpty() ? key : QByteArray(header.scheme + ' ' + key));
    }
}

} // namespace lightwell
