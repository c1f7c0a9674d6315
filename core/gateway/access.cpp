// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/access.h"

#include <algorithm>

namespace lightwell {

namespace {

QByteArray literal(const QHostAddress &address)
{
    QHostAddress plain = address;
    plain.setScopeId({});
    const QByteArray text = plain.toString().toLatin1().toLower();
    return address.protocol() == QAbstractSocket::IPv6Protocol ? "[" + text + "]" : text;
}

/// A list of header names and nothing that could end the header it is repeated in.
QByteArray harmlessNames(const QByteArray &list)
{
    const bool harmless = list.size() < 2000 && std::all_of(list.begin(), list.end(), [](char c) {
                              return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                                  || c == '-' || c == ',' || c == ' ';
                          });
    return harmless && !list.isEmpty() ? list : QByteArray("authorization, content-type");
}

} // namespace

bool meansAny(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

QList<QHostAddress> reachableAt(const QHostAddress &address, QList<QHostAddress> own)
{
    if (!meansAny(address)) {
        return {address};
    }
    if (address == QHostAddress(QHostAddress::AnyIPv4)) {
        own.removeIf([](const QHostAddress &one) { return one.protocol() != QAbstractSocket::IPv4Protocol; });
    }
    return own;
}

AccessRules AccessRules::make(const QList<QHostAddress> &addresses, quint16 port, const Allowed &allowed,
                              bool isEncrypted)
{
    const quint16 unsaid = isEncrypted ? 443 : 80; // clients leave it out
    AccessRules rules;
    rules.port = port;
    QList<QByteArray> names = {"127.0.0.1", "[::1]", "localhost"};
    for (const QHostAddress &own : addresses) {
        names.append(literal(own));
    }
    for (const QString &host : allowed.hosts) {
        const QByteArray name = host.trimmed().toLatin1().toLower();
        if (name.isEmpty() || name.contains('*')) {
            continue;
        }
        rules.hosts.append(name); // as it comes through a proxy, which listens on the usual port
        names.append(name);
    }
    for (const QByteArray &name : std::as_const(names)) {
        rules.hosts.append(name + ':' + QByteArray::number(port));
        if (port == unsaid) {
            rules.hosts.append(name);
        }
    }
    for (const QString &origin : allowed.origins) {
        if (origin != QLatin1StringView("*") && origin != QLatin1StringView("null") && !origin.isEmpty()) {
            rules.origins.append(origin.toLatin1());
        }
    }
    return rules;
}

std::optional<Refusal> AccessRules::check(const GatewayRequest &request) const
{
    if (!hosts.contains(request.header("Host").toLower())) {
        Refusal refusal {Refusal::Kind::HostNotAllowed};
        refusal.port = port;
        return refusal;
    }
    if (request.count("Origin") > 1 || (request.hasHeader("Origin") && !origins.contains(request.header("Origin")))) {
        return Refusal {Refusal::Kind::OriginNotAllowed};
    }
    return std::nullopt;
}

GatewayResponse AccessRules::preflight(const GatewayRequest &request, const QByteArrayList &methods) const
{
    GatewayResponse response {204, {}, {}};
    if (!request.hasHeader("Origin")) { // no browser: a program that looks whether somebody is there
        return response;
    }
    addTo(response, request);
    response.setHeader("Access-Control-Allow-Methods", methods.join(", "));
    response.setHeader("Access-Control-Allow-Headers", harmlessNames(request.header("Access-Control-Request-Headers")));
    response.setHeader("Access-Control-Max-Age", "600");
    if (request.header("Access-Control-Request-Private-Network") == "true") {
        response.setHeader("Access-Control-Allow-Private-Network", "true");
    }
    return response;
}

void AccessRules::addTo(GatewayResponse &response, const GatewayRequest &request) const
{
    const QByteArray origin = request.header("Origin");
    if (request.count("Origin") != 1 || !origins.contains(origin)) {
        return;
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers",
                       "Retry-After, Location, Preference-Applied, Server-Timing, x-request-id, x-should-retry, "
                       "X-Lightwell-Request-Id, X-Lightwell-Provider, "
                       "X-Lightwell-Model, X-Lightwell-Cost, X-Lumenfall-Request-Id, X-Lumenfall-Provider, "
                       "X-Lumenfall-Model, X-Lightwell-Replay, X-Lightwell-Replay-Status, "
                       "X-Lightwell-Replay-Recording, X-Lightwell-Cache-Status, X-Lightwell-Cache-Age, "
                       "X-Lightwell-Cache-TTL, X-Lightwell-Cache-Source-Id, X-OpenRouter-Cache-Status, "
                       "X-OpenRouter-Cache-Age, X-OpenRouter-Cache-TTL, X-OpenRouter-Cache-Source-Id, "
                       "X-Generation-Id, X-Lightwell-Coalesced, X-Lightwell-Ignored, Mcp-Session-Id");
    response.setHeader("Vary", "Origin");
}

namespace {

QByteArray bearerKey(const GatewayRequest &request)
{
    if (request.count("Authorization") != 1) {
        return {};
    }
    const QByteArray value = request.header("Authorization");
    const qsizetype space = value.indexOf(' ');
    if (space < 0 || value.left(space).compare("Bearer", Qt::CaseInsensitive) != 0) {
        return {};
    }
    return value.mid(space + 1).trimmed();
}

} // namespace

QByteArray shownKey(const GatewayRequest &request)
{
    if (request.hasHeader("Authorization")) {
        return bearerKey(request);
    }
    QByteArray found;
    for (const char *name : {"api-key", "x-api-key", "x-goog-api-key"}) {
        const QByteArray key = request.header(name);
        if (request.count(name) > 1 || (!found.isEmpty() && !key.isEmpty() && key != found)) {
            return {};
        }
        found = key.isEmpty() ? found : key;
    }
    return found;
}

} // namespace lightwell
