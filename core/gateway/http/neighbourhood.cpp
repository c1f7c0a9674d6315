// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/neighbourhood.h"

namespace lightwell {

QByteArray neighbourhoodOf(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol) {
        return address.toString().toLatin1();
    }
    bool mapped = false;
    if (const quint32 four = address.toIPv4Address(&mapped); mapped) {
        return QHostAddress(four).toString().toLatin1();
    }
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return {reinterpret_cast<const char *>(&bytes), 8};
}

} // namespace lightwell
