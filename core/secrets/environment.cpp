// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/environment.h"

#include "core/secrets/keyreasons.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace lightwell::environment {

namespace {

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

} // namespace

QByteArray variable(const QString &name)
{
    return qgetenv(name.toLatin1().constData()).trimmed();
}

QByteArray key(const ProviderInfo &provider)
{
    return provider.keyVariables.isEmpty() ? QByteArray() : variable(provider.keyVariables.first());
}

QHash<QString, QByteArray> extra(const ProviderInfo &provider)
{
    QHash<QString, QByteArray> result;
    for (qsizetype i = 1; i < provider.keyVariables.size(); ++i) {
        const QString &name = provider.keyVariables.at(i);
        if (const QByteArray value = variable(name); !value.isEmpty()) {
            result.insert(name.section(u'_', 1).toLower(), value);
        }
    }
    return result;
}

QString baseUrlVariable(const QString &providerId)
{
    return "LIGHTWELL_"_L1 + QString(providerId).replace(u'-', u'_').toUpper() + "_BASE_URL"_L1;
}

QString baseUrl(const QString &providerId)
{
    return QString::fromUtf8(variable(baseUrlVariable(providerId)));
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
    if (url.hasQuery() || url.hasFragment()) {
        return refuse(reasons::addressWithQuery(providerName));
    }
    if (url.scheme() == "http"_L1 && !isLoopback(url.host())) {
        return refuse(reasons::addressOpenToReaders(providerName));
    }
    return url;
}

} // namespace lightwell::environment
