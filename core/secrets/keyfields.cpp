// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyfields.h"

#include "core/model/boundedjson.h"
#include "core/secrets/environment.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace lightwell::keyfields {

Values fromEntry(const QByteArray &entry)
{
    Values values;
    if (entry.isEmpty()) {
        return values; // most providers have none, and an error is more work than reading
    }
    const Result<QJsonDocument> document = readJson(entry, jsonlimits::answer);
    const QJsonObject object = document ? document->object() : QJsonObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        values.insert(field.key(), field.value().toString().toUtf8());
    }
    return values;
}

QByteArray toEntry(const Values &values)
{
    QJsonObject object;
    for (auto field = values.begin(); field != values.end(); ++field) {
        object.insert(field.key(), QString::fromUtf8(field.value()));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Gathered gather(const ProviderInfo &provider, const KeyStores::Found &kept, bool keyIsKept)
{
    Gathered gathered;
    const Values values = fromEntry(kept.secret);
    const auto take = [&gathered](const CredentialField &field, const QByteArray &value, KeySource source) {
        if (!value.isEmpty() && !gathered.values.contains(field.id)) {
            gathered.values.insert(field.id, value);
            gathered.sources.insert(field.id, source);
        }
    };
    for (const CredentialField &field : provider.fields) {
        if (!field.secret || keyIsKept) {
            take(field, values.value(field.id), kept.source);
        }
        if ((!field.secret || !keyIsKept) && !field.variable.isEmpty()) {
            take(field, environment::variable(field.variable), KeySource::Environment);
        }
        take(field, field.fallback.toUtf8(), KeySource::NotNeeded);
    }
    return gathered;
}

QList<CredentialField> missing(const ProviderInfo &provider, const Gathered &gathered, const QByteArray &key)
{
    QList<CredentialField> fields;
    std::copy_if(
        provider.fields.begin(), provider.fields.end(), std::back_inserter(fields),
        [&](const CredentialField &field) { return field.isNeededWith(key) && !gathered.values.contains(field.id); });
    return fields;
}

} // namespace lightwell::keyfields
