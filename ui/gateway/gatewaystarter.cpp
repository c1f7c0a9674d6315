// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/gatewaystarter.h"

#include "core/async/whendone.h"
#include "core/gateway/tls/ownidentity.h"
#include "core/storage/settings.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace lightwell {

using namespace Qt::StringLiterals;

GatewayStarter::GatewayStarter(Gateway &gateway, const Settings &settings, Paths paths, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_settings(settings)
    , m_paths(std::move(paths))
{
}

GatewayOptions GatewayStarter::options(const Settings &settings)
{
    GatewayOptions options;
    const QHostAddress address(settings.toString(Setting::GatewayAddress));
    if (!address.isNull()) {
        options.address = address;
    }
    options.port = static_cast<quint16>(std::clamp(settings.toInt(Setting::GatewayPort), 0, 65535));
    options.allowedOrigins = settings.toStringList(Setting::GatewayOrigins);
    options.allowedHosts = settings.toStringList(Setting::GatewayHosts);
    options.maxConnections = settings.toInt(Setting::GatewayConnections);
    options.tellsPrompts = settings.toBool(Setting::GatewayLogPrompts);
    options.storesResponses = settings.toBool(Setting::GatewayStoresResponses);
    options.answers.cache = std::chrono::seconds(settings.toInt(Setting::GatewayCacheSeconds));
    options.answers.coalesces = settings.toBool(Setting::GatewayCoalesce);
    return options;
}

QUrl GatewayStarter::url(const Settings &settings)
{
    const GatewayOptions wanted = options(settings);
    const bool isAny = wanted.address == QHostAddress(QHostAddress::AnyIPv4)
        || wanted.address == QHostAddress(QHostAddress::AnyIPv6) || wanted.address == QHostAddress(QHostAddress::Any);
    QUrl url(u"http://127.0.0.1/v1"_s);
    url.setScheme(settings.toBool(Setting::GatewayEncrypted) ? u"https"_s : u"http"_s);
    url.setHost(isAny ? u"127.0.0.1"_s : wanted.address.toString());
    url.setPort(wanted.port);
    return url;
}

Result<TlsIdentity> GatewayStarter::identity(const QString &certificate, const QString &key, const Paths &paths,
                                             const QStringList &hosts)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return certificate.isEmpty() ? ownTlsIdentity(paths, now, hosts)
                                 : readTlsIdentity(certificate, key.isEmpty() ? certificate : key, now);
}

void GatewayStarter::start()
{
    m_isWanted = true;
    prepare(true);
}

void GatewayStarter::stop()
{
    m_isWanted = false;
    ++m_round;
    m_problem.reset();
    m_gateway.stop();
    Q_EMIT changed();
}

void GatewayStarter::follow()
{
    prepare(m_isWanted);
}

void GatewayStarter::prepare(bool starts)
{
    const int round = ++m_round;
    if (!m_settings.toBool(Setting::GatewayEncrypted)) {
        m_fingerprint.clear();
        m_problem.reset();
        if (starts) {
            m_gateway.start(options(m_settings));
        }
        Q_EMIT changed();
        return;
    }
    const auto read = [certificate = m_settings.toString(Setting::GatewayCertificate),
                       key = m_settings.toString(Setting::GatewayCertificateKey),
                       hosts = m_settings.toStringList(Setting::GatewayHosts),
                       paths = m_paths] { return identity(certificate, key, paths, hosts); };
    whenDone(QtConcurrent::run(read), this, [this, round, starts](const Result<TlsIdentity> &identity) {
        if (round == m_round) {
            take(identity, starts);
        }
    });
}

void GatewayStarter::take(const Result<TlsIdentity> &identity, bool starts)
{
    m_problem = identity ? std::nullopt : std::optional(identity.error());
    m_fingerprint = identity ? identity->fingerprint() : QString();
    if (starts && identity) {
        GatewayOptions wanted = options(m_settings);
        wanted.tls = *identity;
        m_gateway.start(wanted);
    } else if (starts) {
        m_gateway.stop(); // what runs would not be what the settings say
    }
    Q_EMIT changed();
}

} // namespace lightwell
