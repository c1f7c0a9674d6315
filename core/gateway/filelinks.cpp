// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/filelinks.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace lightwell {

FileLinks::FileLinks(QByteArray secret)
    : m_secret(std::move(secret))
{
}

QByteArray FileLinks::signature(const QByteArray &text) const
{
    return QMessageAuthenticationCode::hash(text, m_secret, QCryptographicHash::Sha256).left(16).toHex();
}

QString FileLinks::nameFor(const Picture &picture) const
{
    const QString suffix = formatSuffix(picture.format);
    const QString sign = QString::fromLatin1(signature((picture.id + u'.' + suffix).toUtf8()));
    return picture.id + u'-' + sign + u'.' + suffix;
}

std::optional<QString> FileLinks::pictureId(const QString &name) const
{
    const QString id = name.section(u'-', 0, 0);
    const QString sign = name.section(u'-', 1).section(u'.', 0, 0);
    const QString suffix = name.section(u'.', 1);
    const QByteArray expected = signature((id + u'.' + suffix).toUtf8());
    const QByteArray given = sign.toUtf8();
    unsigned difference = m_secret.isEmpty() || given.size() != expected.size() ? 1 : 0;
    for (qsizetype i = 0; i < std::min(given.size(), expected.size()); ++i)
        difference |= unsigned(uchar(expected.at(i)) ^ uchar(given.at(i)));
    return difference == 0 ? std::optional<QString>(id) : std::nullopt;
}

} // namespace lightwell
