// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/openapiservice.h"

#include "core/model/boundedjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initialiseResource()
{
    Q_INIT_RESOURCE(lightwell_openapi);
}

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// What one file adds: an object joins the one of the same name, level by level.
void join(QJsonObject &whole, const QJsonObject &part)
{
    for (auto entry = part.begin(); entry != part.end(); ++entry) {
        const QJsonValue known = whole.value(entry.key());
        if (known.isObject() && entry->isObject()) {
            QJsonObject joined = known.toObject();
            join(joined, entry->toObject());
            whole.insert(entry.key(), joined);
        } else {
            whole.insert(entry.key(), *entry);
        }
    }
}

} // namespace

QJsonObject openApiDocument()
{
    initialiseResource();
    const QDir folder(u":/lightwell/openapi"_s);
    QJsonObject document;
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            join(document, readJsonObject(file.readAll(), jsonlimits::own).value());
        }
    }
    join(document, {{u"info"_s, QJsonObject {{u"version"_s, QStringLiteral(LIGHTWELL_VERSION)}}}});
    return document;
}

void OpenApiService::handle(Exchange *exchange, const RouteTable::Match & /*match*/)
{
    if (m_document.isEmpty()) {
        m_document = QJsonDocument(openApiDocument()).toJson(QJsonDocument::Compact);
    }
    context().respond(exchange, {200, {{"Content-Type", "application/json"}}, m_document});
}

} // namespace lightwell
