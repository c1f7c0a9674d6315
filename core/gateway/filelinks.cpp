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

QByteArray FileLinks::signature(const QString &stem, const QString &suffix) const
{
    const QByteArray text = (stem + u'.' + suffix).toUtf8();
    return QMessageAuthenticationCode::hash(text, m_secret, QCryptographicHash::Sha256).left(16).toHex();
}

QString FileLinks::nameFor(const Picture &picture, const QString &client) const
{
    const QString suffix = formatSuffix(picture.format);
    const QString stem = client.isEmpty() ? picture.id : picture.id + u'-' + client;
    return stem + u'-' + QString::fromLatin1(signature(stem, suffix)) + u'.' + suffix;
}

std::optional<FileLink> FileLinks::read(const QString &name) const
{
    const qsizetype dot = name.indexOf(u'.');
    const qsizetype dash = name.left(dot).lastIndexOf(u'-');
    if (dot < 0 || dash < 0) {
        return std::nullopt;
    }
    const QString stem = name.left(dash);
    const QByteArray given = name.mid(dash + 1, dot - dash - 1).toUtf8();
    const QByteArray expected = signature(stem, name.mid(dot + 1));
    unsigned difference = m_secret.isEmpty() || given.size() != expected.size() ? 1 : 0;
    for (qsizetype i = 0; i < std::min(given.size(), expected.size()); ++i) {
        difference |= unsigned(uchar(expected.at(i)) ^ uchar(given.at(i)));
    }
    if (difference != 0) {
        return std::nullopt;
    }
    return FileLink {stem.section(u'-', 0, 0), stem.section(u'-', 1)};
}

} // namespace lightwell
