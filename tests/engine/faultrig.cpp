// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/faultrig.h"

#include "providers/bfl/bfladapter.h"
#include "providers/together/togetheradapter.h"
#include "tests/standins/bfl.h"
#include "tests/standins/together.h"

#include <QTcpSocket>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

namespace lightwell::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString together = u"together"_s;
const QString bfl = u"black-forest-labs"_s;

Request request()
{
    Request asked;
    asked.model = u"flux.2-pro"_s;
    asked.prompt = u"a paper boat"_s;
    asked.size.pixels = QSize(1024, 1024);
    return asked;
}

QStringList providerOrder(FaultRig::Kind first)
{
    return first == FaultRig::Kind::Synchronous ? QStringList {together, bfl} : QStringList {bfl, together};
}

} // namespace

FaultRig::FaultRig(Kind first, bool failoverAfterUnknown, Patience patience)
    : m_kind(first)
{
    qputenv("TOGETHER_API_KEY", TogetherStandIn::key());
    qputenv("BFL_API_KEY", BflStandIn::key());
    m_adapters.add(togetherAdapter());
    m_adapters.add(std::make_unique<BflAdapter>());
    const int sync = m_kind == Kind::Synchronous ? 0 : 1;
    m_standIns[sync] = std::make_unique<TogetherStandIn>();
    m_standIns[1 - sync] = std::make_unique<BflStandIn>();
    m_standIns[1 - sync]->hurry();
    m_addresses = {{together, m_standIns[sync]->baseUrl()}, {bfl, m_standIns[1 - sync]->baseUrl()}};

    m_store = Store::open(m_folder.filePath(u"lightwell.db"_s)).value();
    m_ledger = std::make_unique<Ledger>(*m_store);
    m_journal = std::make_unique<Journal>(*m_store);
    m_media = std::make_unique<MediaStore>(m_folder.filePath(u"media"_s));
    m_keyring = std::make_unique<Keyring>(m_adapters, nullptr, nullptr);
    m_keyring->setBaseUrls(m_addresses);
    m_engine = std::make_unique<Engine>(
        EngineParts {m_adapters, m_http, *m_journal, *m_ledger, *m_media, *m_keyring, m_clock});
    m_engine->setCatalog(Catalog::builtIn());
    setPolicy(failoverAfterUnknown, patience);
    QObject context;
    std::optional<Result<Route>> route;
    m_engine->plan(request(), &context,
                   [&route](const Result<Route> &found, const QList<KeyState> &) { route.emplace(found); });
    [&route] { QTRY_VERIFY(route && route->ok()); }();
    const QStringList order = providerOrder(m_kind);
    for (const QString &provider : order) {
        for (const RankedPlan &ranked : (*route)->plans) {
            if (ranked.plan.offer.provider == provider) {
                m_prices.append(ranked.plan.estimate.total);
                break;
            }
        }
    }
}

FaultRig::~FaultRig()
{
    m_engine.reset();
    // What tidies up there knows journal and media store. A rig that outlives the program's own has none to wait for.
    if (QThreadPool *pool = QThreadPool::globalInstance()) {
        pool->waitForDone();
    }
}

void FaultRig::setPolicy(bool failoverAfterUnknown, Patience patience)
{
    EnginePolicy policy;
    policy.failoverAfterUnknown = failoverAfterUnknown;
    RoutingRule rule;
    rule.models = u"*"_s;
    rule.order = RoutingOrder::Fixed;
    rule.providers = providerOrder(m_kind);
    policy.routing.rules.append(rule);
    const bool isShort = patience == Patience::Short;
    policy.patience = {isShort ? 2000ms : 30'000ms, 500ms, isShort ? 1000ms : 10'000ms, 5ms, isShort ? 100ms : 5000ms,
                       isShort ? 100ms : 5000ms};
    m_engine->setPolicy(policy);
}

int FaultRig::orders(const VendorStandIn &vendor)
{
    const QList<Received> calls = vendor.calls();
    return static_cast<int>(
        std::count_if(calls.begin(), calls.end(), [](const Received &call) { return call.method == "POST"; }));
}

QString FaultRig::submission() const
{
    return m_kind == Kind::Synchronous ? u"generation"_s : u"submit"_s;
}

void FaultRig::readdress(const QUrl &address)
{
    m_addresses.insert(m_kind == Kind::Synchronous ? together : bfl, address);
    m_keyring->setBaseUrls(m_addresses);
}

void FaultRig::listen(const QString &scheme, const QByteArray &words)
{
    m_rude.listen(QHostAddress::LocalHost);
    QObject::connect(&m_rude, &QTcpServer::newConnection, &m_rude, [this, words] {
        while (QTcpSocket *socket = m_rude.nextPendingConnection()) {
            if (words.isEmpty()) {
                socket->abort();
            } else {
                socket->write(words);
                socket->disconnectFromHost();
            }
            socket->deleteLater();
        }
    });
    readdress(QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_rude.serverPort())));
}

void FaultRig::hangUpAtOnce()
{
    listen(u"http"_s, {});
}

void FaultRig::speakNoTls()
{
    listen(u"https"_s, "HTTP/1.0 400 Bad Request\r\n\r\n");
}

Generation FaultRig::run()
{
    std::optional<Generation> result;
    QObject context;
    int ends = 0;
    m_engine->generate(request(), {Origin::Kind::CommandLine, {}}, &context,
                       [&result, &ends](const Generation &generation) {
                           ++ends;
                           result = generation;
                       });
    [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000); }();
    [&ends] { QCOMPARE(ends, 1); }();
    return result.value_or(Generation());
}

Usage FaultRig::usage()
{
    const auto future = m_ledger->usage({});
    [&future] { QTRY_VERIFY(future.isFinished()); }();
    return future.result().value();
}

} // namespace lightwell::test
