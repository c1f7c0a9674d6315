// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/request.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lightwell {

/// A GET without a body. The caller adds its authorization.
[[nodiscard]] HttpRequest getRequest(const QUrl &url);

/// Makes a request a POST of this JSON, an object or an array.
void postJson(HttpRequest &request, const QJsonDocument &body);

/// A POST of a JSON body, marked as one that starts paid work. The caller adds its authorization.
[[nodiscard]] HttpRequest submission(const QUrl &url, const QJsonObject &body);

/// Refuses fields of the caller's own by which the vendor would bring the picture somewhere else: nobody here would see
/// what is paid for. `fields` are the vendor's, with their whole paths ("extra.webhook").
[[nodiscard]] Status withoutWebhook(const Request &request, const QStringList &fields);

/// The header in which a vendor wants its key: "Authorization: Bearer KEY" unless it says otherwise.
struct KeyHeader
{
    QByteArray name = QByteArrayLiteral("Authorization");
    QByteArray scheme = QByteArrayLiteral("Bearer"); ///< the word before the key; empty: none
};

/// Adds the key; nothing for an empty one.
void authorize(HttpRequest &request, const KeyHeader &header, const QByteArray &key);

} // namespace lightwell
