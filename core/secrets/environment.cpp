// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/environment.h"

#include "core/net/hostrules.h"
#include "core/secrets/keyreasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::environment {

namespace {

constexpr auto plainHostsVariable = "LIGHTWELL_PLAIN_KEY_HOSTS"_L1;

} // namespace

QByteArray variable(const QString &name)
{
    return qgetenv(name.toLatin1().constData()).trimmed();
}

QByteArray key(const ProviderInfo &provider)
{
    const QString name = keyVariable(provider);
    return name.isEmpty() ? QByteArray() : variable(name);
}

QString keyVariable(const ProviderInfo &provider)
{
    const QStringList &names = provider.keyVariables;
    const auto set =
        std::find_if(names.begin(), names.end(), [](const QString &name) { return !variable(name).isEmpty(); });
    return set == names.end() ? names.value(0) : *set;
}

QString baseUrlVariable(const QString &providerId)
{
    return "LIGHTWELL_"_L1 + QString(providerId).replace(u'-', u'_').toUpper() + "_BASE_URL"_L1;
}

QString baseUrl(const QString &providerId)
{
    return QString::fromUtf8(variable(baseUrlVariable(providerId)));
}

bool mayCarryKey(const QUrl &address, const QStringList &hosts)
{
    if (address.scheme() != "http"_L1 || isLoopbackHost(address.host())) {
        return true;
    }
    const QStringList said = hosts + QString::fromUtf8(variable(plainHostsVariable)).split(u',', Qt::SkipEmptyParts);
    return mayGoUnencrypted(address) && std::any_of(said.begin(), said.end(), [&address](const QString &host) {
               const QString plain = host.trimmed().toLower();
               return plain == address.host().toLower() || plain == address.authority().toLower();
           });
}

QByteArray all(const ProviderInfo &provider)
{
    QStringList names = provider.keyVariables + QStringList {baseUrlVariable(provider.id), QString(plainHostsVariable)};
    for (const CredentialField &field : provider.fields) {
        names.append(field.variable);
    }
    QByteArray text;
    for (const QString &name : std::as_const(names)) {
        text += name.isEmpty() ? QByteArray() : variable(name);
        text += '\0';
    }
    return text;
}

QByteArray passphrase()
{
    return qgetenv("LIGHTWELL_PASSPHRASE");
}

Result<QUrl> checkedBaseUrl(const QString &text, const QString &providerName)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const auto refuse = [](const Reason &reason) { return notSent(ErrorKind::Invalid, reason, u"base_url"_s); };
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)) {
        return refuse(reasons::addressUnusable(providerName));
    }
    if (!url.userInfo().isEmpty()) { // it would be kept and shown like any address
        return refuse(reasons::addressNamesUser(providerName));
    }
    if (url.hasQuery() || url.hasFragment()) {
        return refuse(reasons::addressWithQuery(providerName));
    }
    if (url.scheme() == "http"_L1 && !mayGoUnencrypted(url)) {
        return refuse(reasons::addressOpenToReaders(providerName));
    }
    return url;
}

} // namespace lightwell::environment
