// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/placeholdercredentials.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// One that needs as little beside it as there may be.
QByteArray keyOf(const ProviderInfo &provider)
{
    const QByteArray key = "your-key"_ba;
    if (provider.keyIsDocument) {
        return "{}"_ba;
    }
    for (const CredentialField &field : provider.fields) {
        if (!field.notWithKeys.isEmpty()) {
            return field.notWithKeys.constFirst().toLatin1() + key;
        }
    }
    return key;
}

QByteArray valueOf(const CredentialField &field)
{
    return field.fallback.isEmpty() ? "your-"_ba + QString(field.id).replace(u'_', u'-').toLatin1()
                                    : field.fallback.toUtf8();
}

QUrl withoutUser(QUrl url)
{
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    return url;
}

} // namespace

Credentials placeholderCredentials(const ProviderInfo &provider, const QUrl &address, const QDateTime &now)
{
    Credentials credentials;
    credentials.now = now;
    credentials.baseUrl = withoutUser(address);
    if (!provider.takesKey()) {
        return credentials;
    }
    credentials.key = keyOf(provider);
    if (provider.keyIsDocument) {
        credentials.token = "your-token"_ba;
    }
    for (const CredentialField &field : provider.fields) {
        if (field.id == CredentialField::address()) {
            if (credentials.baseUrl.isEmpty()) {
                credentials.baseUrl = QUrl(field.hint);
            }
            continue;
        }
        const bool isPartOfAddress = !field.form.isEmpty() && (!field.optional || provider.keyIsDocument);
        if (isPartOfAddress || !field.fallback.isEmpty() || (!field.secret && field.isNeededWith(credentials.key))) {
            credentials.extra.insert(field.id, valueOf(field));
        }
    }
    return credentials;
}

} // namespace lightwell
