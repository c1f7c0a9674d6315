// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/urls.h"

#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

QUrl endpoint(const QUrl &base, const QUrl &fallback, const QString &path)
{
    const QUrl &root = base.isEmpty() ? fallback : base;
    if (!root.isValid() || root.scheme().isEmpty() || root.host().isEmpty()) {
        return {};
    }
    QString prefix = root.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/')) {
        prefix.chop(1);
    }
    const qsizetype query = path.indexOf(u'?');
    const QString own = path.left(query);
    const QString first = own.section(u'/', 1, 1);
    if (!first.isEmpty() && prefix.endsWith(QString(u'/' + first))) {
        prefix.chop(first.size() + 1);
    }
    QUrl url = root;
    url.setFragment({});
    url.setPath(prefix + own, QUrl::TolerantMode);
    url.setQuery(query >= 0 ? path.mid(query + 1) : QString(), QUrl::TolerantMode);
    return url;
}

QUrl versionedEndpoint(const QUrl &base, const QUrl &fallback, const QString &version, const QString &path)
{
    static const QRegularExpression versioned(uR"(/v\d+((alpha|beta)\d*)?(/openai)?/*$)"_s);
    const QUrl &root = base.isEmpty() ? fallback : base;
    const bool stands = versioned.match(root.path(QUrl::FullyEncoded)).hasMatch();
    return endpoint(root, {}, stands ? path : QString(version + path));
}

QString pathSegment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, ":"_ba));
}

QString pathSegments(const QString &id)
{
    QStringList parts = id.split(u'/', Qt::SkipEmptyParts);
    for (QString &part : parts) {
        part = pathSegment(part);
    }
    return parts.join(u'/');
}

} // namespace lightwell
