// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/enginesearch.h"

#include "core/discovery/engineoffers.h"
#include "core/discovery/engineprobe.h"
#include "core/net/hostrules.h"
#include "core/transport/networkreasons.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QList<QUrl> addressesOf(const QList<LocalEngine> &engines, const QList<QUrl> &further)
{
    QList<quint16> ports;
    for (const LocalEngine &engine : engines) {
        ports.append(engine.ports);
    }
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    QList<QUrl> addresses;
    for (const quint16 port : std::as_const(ports)) {
        addresses.append(QUrl(u"http://127.0.0.1:%1"_s.arg(port)));
    }
    for (const QUrl &address : further) {
        const QUrl bare =
            address.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
        const auto isBare = [&bare](const QUrl &known) { return isSameServer(known, bare); };
        if (bare.scheme() == "http"_L1 && isLoopbackHost(bare.host())
            && std::none_of(addresses.cbegin(), addresses.cend(), isBare)) {
            addresses.append(bare);
        }
    }
    return addresses;
}

} // namespace

EngineSearch::EngineSearch(QList<LocalEngine> engines, QObject *parent)
    : QObject(parent)
    , m_engines(std::move(engines))
{
}

EngineSearch::~EngineSearch()
{
    qDeleteAll(m_probes); // before the client, whose calls all end with it
}

void EngineSearch::start(const QList<QUrl> &further)
{
    const QList<QUrl> addresses = addressesOf(m_engines, further);
    m_left = addresses.size();
    m_found.resize(addresses.size());
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        auto *probe = new EngineProbe(m_http, m_engines, addresses.at(i), this);
        m_probes.append(probe);
        connect(probe, &EngineProbe::finished, this,
                [this, i](const std::optional<FoundEngine> &found) { took(i, found); });
        probe->start();
    }
    if (m_left == 0) {
        QMetaObject::invokeMethod(this, &EngineSearch::conclude, Qt::QueuedConnection);
    }
}

void EngineSearch::took(qsizetype place, const std::optional<FoundEngine> &found)
{
    m_found[place] = found;
    --m_left;
    Q_EMIT progressed(static_cast<int>(m_found.size() - m_left), static_cast<int>(m_found.size()));
    if (m_left == 0) {
        conclude();
    }
}

void EngineSearch::conclude()
{
    if (m_cancelled) {
        Q_EMIT finished(notSent(ErrorKind::Cancelled, reasons::callCancelled()));
        return;
    }
    QList<FoundEngine> all;
    for (const std::optional<FoundEngine> &found : std::as_const(m_found)) {
        if (found) {
            all.append(*found);
        }
    }
    Q_EMIT finished(all);
}

void EngineSearch::cancel()
{
    m_cancelled = true;
    const QList<EngineProbe *> probes = m_probes;
    for (EngineProbe *probe : probes) {
        probe->abort();
    }
}

} // namespace lightwell
