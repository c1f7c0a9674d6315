// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/givenkey.h"

#include "core/wording/gatewayreasons.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <sodium.h>

namespace lightwell::givenkey {

using namespace Qt::StringLiterals;

namespace {

constexpr auto namePrefix = "serve --key"_L1;
constexpr qsizetype strongLength = 20;
constexpr qsizetype strongVariety = 8; ///< different characters

Error refused(const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason, u"key"_s);
}

} // namespace

Status check(const QByteArray &key, const QHostAddress &address)
{
    const bool sendable =
        !key.isEmpty() && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
    if (!sendable) {
        return refused(reasons::givenKeyUnsendable());
    }
    const QSet<char> different(key.begin(), key.end());
    if (!address.isLoopback() && (key.size() < strongLength || different.size() < strongVariety)) {
        return refused(reasons::givenKeyGuessable());
    }
    return Success();
}

Status checkNone(const QHostAddress &address)
{
    return address.isLoopback() ? Status(Success()) : notSent(ErrorKind::Invalid, reasons::openWithoutKey());
}

bool isSame(const QByteArray &key, const QByteArray &given)
{
    // In the same time wherever they begin to differ; how long it is, a key may tell.
    return !given.isEmpty() && key.size() == given.size()
        && sodium_memcmp(key.constData(), given.constData(), static_cast<std::size_t>(key.size())) == 0;
}

QByteArray alias(const QByteArray &key)
{
    return "given\n" + key; // no header can hold a line's end
}

QString clientName(const QByteArray &key)
{
    const QByteArray digest = QCryptographicHash::hash(alias(key), QCryptographicHash::Sha256).toHex().left(8);
    return namePrefix + u' ' + QLatin1StringView(digest);
}

bool isClientName(const QString &name)
{
    return name.startsWith(namePrefix, Qt::CaseInsensitive);
}

} // namespace lightwell::givenkey
