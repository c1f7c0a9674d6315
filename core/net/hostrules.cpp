// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/hostrules.h"

#include "core/net/linkreasons.h"

#include <QStringList>

#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Subnet
{
    const char *address;
    int bits;
};

// IANA special-purpose registries, IPv4 and IPv6.
constexpr std::array closedV4 = {
    Subnet {"0.0.0.0", 8},      Subnet {"10.0.0.0", 8},     Subnet {"100.64.0.0", 10}, Subnet {"127.0.0.0", 8},
    Subnet {"169.254.0.0", 16}, Subnet {"172.16.0.0", 12},  Subnet {"192.0.0.0", 24},  Subnet {"192.0.2.0", 24},
    Subnet {"192.88.99.0", 24}, Subnet {"192.168.0.0", 16}, Subnet {"198.18.0.0", 15}, Subnet {"198.51.100.0", 24},
    Subnet {"203.0.113.0", 24}, Subnet {"224.0.0.0", 4},    Subnet {"240.0.0.0", 4},
};
constexpr std::array closedV6 = {
    Subnet {"2001::", 23},
    Subnet {"2001:db8::", 32},
    Subnet {"3fff::", 20},
};

template<std::size_t N>
bool isIn(const QHostAddress &address, const std::array<Subnet, N> &subnets)
{
    for (const Subnet &subnet : subnets) {
        if (address.isInSubnet(QHostAddress(QLatin1StringView(subnet.address)), subnet.bits)) {
            return true;
        }
    }
    return false;
}

// Networks that are not routed on the internet: private and link-local addresses, those that providers and private
// networks over the internet share, and those for tests.
constexpr std::array ownV4 = {
    Subnet {"10.0.0.0", 8},    Subnet {"100.64.0.0", 10},   Subnet {"169.254.0.0", 16},
    Subnet {"172.16.0.0", 12}, Subnet {"192.0.2.0", 24},    Subnet {"192.168.0.0", 16},
    Subnet {"198.18.0.0", 15}, Subnet {"198.51.100.0", 24}, Subnet {"203.0.113.0", 24},
};
constexpr std::array ownV6 = {Subnet {"fc00::", 7}, Subnet {"fe80::", 10}};

bool isOwnNetwork(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv4Protocol ? isIn(address, ownV4) : isIn(address, ownV6);
}

QHostAddress ipv4At(const Q_IPV6ADDR &bytes, int offset)
{
    return QHostAddress(quint32(bytes[offset]) << 24 | quint32(bytes[offset + 1]) << 16
                        | quint32(bytes[offset + 2]) << 8 | quint32(bytes[offset + 3]));
}

bool isPublicV6(const QHostAddress &address)
{
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const auto within = [&](const char *net, int bits) {
        return address.isInSubnet(QHostAddress(QLatin1StringView(net)), bits);
    };
    if (within("::ffff:0:0", 96) || within("64:ff9b::", 96)) {
        return isPublicAddress(ipv4At(bytes, 12));
    }
    if (within("2002::", 16)) {
        return isPublicAddress(ipv4At(bytes, 2));
    }
    return within("2000::", 3) && !isIn(address, closedV6);
}

QString plainHost(const QString &host)
{
    QString plain = host.toLower();
    if (plain.endsWith(u'.')) {
        plain.chop(1);
    }
    if (plain.startsWith(u'[') && plain.endsWith(u']')) {
        plain = plain.mid(1, plain.size() - 2);
    }
    return plain;
}

/// The last label decides, as in the URL standard: a number there means the whole host is an IPv4 address.
bool looksNumeric(const QString &host)
{
    const QStringView last = QStringView(host).sliced(host.lastIndexOf(u'.') + 1);
    bool ok = false;
    static_cast<void>(last.toULongLong(&ok, 10));
    if (!ok && last.startsWith("0x"_L1)) {
        static_cast<void>(last.mid(2).toULongLong(&ok, 16));
    }
    return ok || last == "0x"_L1;
}

bool isLocalName(const QString &host)
{
    static const QStringList suffixes = {u".local"_s, u".internal"_s, u".lan"_s, u".home.arpa"_s, u".localdomain"_s};
    if (!host.contains(u'.')) {
        return true;
    }
    for (const QString &suffix : suffixes) {
        if (host.endsWith(suffix)) {
            return true;
        }
    }
    return false;
}

Error refusal(const Reason &reason)
{
    return notSent(ErrorKind::Upstream, reason);
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        return !isIn(address, closedV4);
    }
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        return address.scopeId().isEmpty() && isPublicV6(address);
    }
    return false;
}

QHostAddress literalAddress(const QString &host)
{
    const QString plain = plainHost(host);
    if (!plain.contains(u':') && !looksNumeric(plain)) {
        return {};
    }
    QHostAddress address;
    if (address.setAddress(plain)) {
        return address;
    }
    // A URL parser of ours may read it differently from the resolver: such hosts count as "this network".
    return QHostAddress(QHostAddress::AnyIPv4);
}

bool isLoopbackHost(const QString &host)
{
    const QString plain = plainHost(host);
    if (plain == "localhost"_L1 || plain.endsWith(".localhost"_L1)) {
        return true;
    }
    return literalAddress(host).isLoopback();
}

bool isLocalHost(const QString &host)
{
    if (isLoopbackHost(host)) {
        return true;
    }
    const QHostAddress address = literalAddress(host);
    return address.isNull() ? isLocalName(plainHost(host)) : !isPublicAddress(address);
}

bool mayGoUnencrypted(const QUrl &url)
{
    if (isLoopbackHost(url.host())) {
        return true;
    }
    const QHostAddress address = literalAddress(url.host());
    return address.isNull() ? isLocalName(plainHost(url.host())) : isOwnNetwork(address);
}

bool leadsToOwn(const QUrl &url, const QUrl &own)
{
    const bool encrypted = url.scheme() == "https"_L1;
    const bool isSafe = encrypted || (url.scheme() == "http"_L1 && own.scheme() == "http"_L1);
    const bool isThere =
        plainHost(url.host()) == plainHost(own.host()) || (isLoopbackHost(url.host()) && isLoopbackHost(own.host()));
    return !own.host().isEmpty() && isSafe && isThere && url.userInfo().isEmpty();
}

bool isSocketOf(const QUrl &socket, const QUrl &base)
{
    constexpr int httpPort = 80;
    constexpr int httpsPort = 443;
    const bool encrypted = base.scheme() == "https"_L1;
    if (!(encrypted || base.scheme() == "http"_L1) || socket.scheme() != (encrypted ? "wss"_L1 : "ws"_L1)) {
        return false;
    }
    const int usual = encrypted ? httpsPort : httpPort;
    return !base.host().isEmpty() && plainHost(socket.host()) == plainHost(base.host())
        && socket.port(usual) == base.port(usual) && socket.userInfo().isEmpty();
}

Error privateAddressError(const QString &host)
{
    return refusal(reasons::linkIsPrivate(host));
}

std::optional<Error> checkDownloadUrl(const QUrl &url, const QUrl &own)
{
    const QString host = url.host();
    if (!url.isValid() || host.isEmpty()) {
        return refusal(reasons::linkUnreadable());
    }
    if (!url.userInfo().isEmpty()) {
        return refusal(reasons::linkNamesUser());
    }
    if (leadsToOwn(url, own)) {
        return std::nullopt;
    }
    if (url.scheme() != "https"_L1) {
        return refusal(reasons::linkUnencrypted());
    }
    return isLocalHost(host) ? std::optional(privateAddressError(host)) : std::nullopt;
}

} // namespace lightwell
