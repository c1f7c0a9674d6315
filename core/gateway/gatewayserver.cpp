// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/gatewayserver.h"

#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/gateway/calls/generationanswer.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/givenkey.h"
#include "core/gateway/http/descriptors.h"
#include "core/wording/gatewayreasons.h"

#include <QDateTime>
#include <QNetworkInterface>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QUrl urlAt(const QString &scheme, const QHostAddress &address, quint16 port)
{
    QUrl url(scheme + u"://127.0.0.1/v1"_s);
    url.setHost(address.toString());
    url.setPort(port);
    return url;
}

/// As clients write it into Host: in ASCII, and without the scheme's own port.
QString hostIn(QUrl url)
{
    constexpr int httpPort = 80;
    constexpr int httpsPort = 443;
    if (url.port() == (url.scheme() == "https"_L1 ? httpsPort : httpPort)) {
        url.setPort(-1);
    }
    return url.authority(QUrl::FullyEncoded);
}

GatewayState listeningOn(const QString &scheme, const QHostAddress &address, const QList<QHostAddress> &addresses,
                         quint16 port)
{
    GatewayState state;
    state.kind = GatewayState::Kind::Listening;
    state.url = urlAt(scheme, meansAny(address) ? QHostAddress(QHostAddress::LocalHost) : address, port);
    for (const QHostAddress &one : addresses) {
        if (!one.isLoopback() && !one.isLinkLocal()) {
            state.others.append(urlAt(scheme, one, port));
        }
    }
    return state;
}

/// Qt takes "::" to mean IPv6 only; what is shown and promised is 127.0.0.1 as well.
QHostAddress listenedTo(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::AnyIPv6) ? QHostAddress(QHostAddress::Any) : address;
}

const ReasonCode<QString, qint64> &listenReason(QAbstractSocket::SocketError code)
{
    switch (code) {
    case QAbstractSocket::AddressInUseError:
        return reasons::portTaken;
    case QAbstractSocket::SocketAccessError:
        return reasons::portReserved;
    case QAbstractSocket::SocketAddressNotAvailableError:
        return reasons::addressNotHere;
    default:
        return reasons::notListening;
    }
}

Error listenError(const QTcpServer &server, const GatewayOptions &options)
{
    Error error =
        notSent(ErrorKind::Network, listenReason(server.serverError())(options.address.toString(), options.port));
    error.detail = server.errorString();
    return error;
}

/// For the last answers to leave; a client that does not take its own gets no more.
constexpr std::chrono::seconds farewell(2);

} // namespace

GatewayServer::GatewayServer(const Gateway::Parts &parts)
    : m_parts(parts)
    , m_routes(parts.routes ? *parts.routes : RouteTable(builtInMounts()))
    , m_words(this)
    , m_jobs(*this, this)
    , m_calls(parts.journal, this)
    , m_services(builtInServices(*this))
{
    for (const std::unique_ptr<Service> &service : m_services) {
        service->setParent(this);
        const QList<RouteCall> calls = service->calls();
        for (const RouteCall call : calls) {
            m_handlers.insert(call, service.get());
        }
    }
    connect(&parts.engine, &Engine::generationChanged, this, [this](const Generation &generation) {
        const bool isOver = generation.status != GenerationStatus::Running;
        if (isOver && generation.origin.kind == Origin::Kind::Gateway) {
            m_metrics.countGeneration(generation);
        }
    });
    connect(&parts.engine, &Engine::waited, this,
            [this](const QString &provider, const Origin &who, std::chrono::milliseconds time) {
                if (who.kind == Origin::Kind::Gateway) {
                    m_metrics.countWait(provider, who.client, time);
                }
            });
    for (QObject *part : std::initializer_list<QObject *> {&m_lookout, &m_patience, &m_farewell, &m_bodies}) {
        part->setParent(this); // so that it moves along
    }
    for (QTimer *timer : {&m_patience, &m_farewell}) {
        timer->setSingleShot(true);
    }
    connect(&m_lookout, &QTimer::timeout, this, &GatewayServer::lookAround);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        answerWhoeverWaits();
        m_farewell.start(farewell);
    });
    connect(&m_farewell, &QTimer::timeout, this, &GatewayServer::turnOff);
}

GatewayServer::~GatewayServer()
{
    close();
}

std::unique_ptr<Listener> GatewayServer::makeListener()
{
    Listener::Setup setup;
    setup.limits.body = m_options.maxBodyBytes;
    setup.times = m_options.times;
    setup.connectionSlots = m_slots;
    if (m_options.tls) {
        setup.tls = m_options.tls->configuration();
    }
    setup.whenFull = m_routes.standard()->refusal(Refusal::forNow(Refusal::Kind::TooManyConnections));
    auto listener = std::make_unique<Listener>(setup);
    connect(listener.get(), &Listener::headArrived, this, &GatewayServer::checkHead);
    connect(listener.get(), &Listener::requestArrived, this, &GatewayServer::handle);
    // Not from within a signal of the listener, which would go with it.
    connect(listener.get(), &Listener::emptied, this, &GatewayServer::stopIfFinished, Qt::QueuedConnection);
    connect(listener.get(), &Listener::refused, this,
            [this](const Refusal &refusal, Exchange *exchange) { refuse(exchange, refusal); });
    return listener;
}

Status GatewayServer::check(const GatewayOptions &options)
{
    if (!options.requireKey) {
        if (const Status open = givenkey::checkNone(options.address); !open) {
            return open;
        }
    }
    return options.givenKey.isEmpty() ? Status(Success()) : givenkey::check(options.givenKey, options.address);
}

/// Whether what listens can go on as it is: all else holds from the next request on, and interrupts nobody.
bool GatewayServer::keepsItsSocket(const GatewayOptions &options) const
{
    return m_listener && !m_finishing && options.port == m_listener->serverPort() && options.inheritedSocket < 0
        && m_options.inheritedSocket < 0 && options.address == m_options.address && options.tls == m_options.tls
        && options.requireKey == m_options.requireKey && options.givenKey == m_options.givenKey
        && options.maxBodyBytes == m_options.maxBodyBytes && options.maxConnections == m_options.maxConnections
        && options.maxUnsentBytes == m_options.maxUnsentBytes && options.times == m_options.times
        && options.lookAround == m_options.lookAround;
}

void GatewayServer::start(const GatewayOptions &options)
{
    const bool goesOn = keepsItsSocket(options);
    if (!goesOn) {
        close();
    }
    m_options = options;
    if (goesOn) {
        begin();
        m_listening = {}; // whoever starts it waits for a word
        return takeAddresses(options.port);
    }
    if (const Status checked = check(options); !checked) {
        return fail(checked.error());
    }
    const int number = ++m_starts;
    whenDone(m_parts.clients.linkSecret(), this, [this, number, options](const Result<QByteArray> &secret) {
        if (number != m_starts) {
            return;
        }
        if (!secret) {
            return fail(secret.error());
        }
        m_links = FileLinks(*secret);
        m_jobs.begin(*secret);
        begin();
        listen(options);
    });
}

/// With new options.
void GatewayServer::begin()
{
    m_jobs.setPauses(m_options.webhookPauses);
    m_calls.setLimits(
        {m_options.repetitionGrace, m_options.maxJobsWithoutWaiters, m_options.maxKeptBytes, m_options.answerGrace});
    for (const std::unique_ptr<Service> &service : m_services) {
        service->begin();
    }
    m_bodies.setMost(m_options.maxBodyBytesAtOnce);
}

void GatewayServer::listen(const GatewayOptions &options)
{
    m_slots = std::make_shared<ConnectionSlots>(ConnectionSlots::Setup {connectionsThatFit(options.maxConnections),
                                                                        options.maxUnsentBytes, options.times.look});
    m_listener = makeListener();
    const bool isInherited = options.inheritedSocket >= 0;
    const bool listens = isInherited ? m_listener->setSocketDescriptor(options.inheritedSocket)
                                     : m_listener->listen(listenedTo(options.address), options.port);
    if (!listens) {
        const Error error = listenError(*m_listener, options);
        m_listener.reset();
        return fail(error);
    }
    const quint16 port = m_listener->serverPort();
    if (options.address == QHostAddress(QHostAddress::LocalHost) && !isInherited) {
        m_listenerV6 = makeListener();
        if (!m_listenerV6->listen(QHostAddress::LocalHostIPv6, port)) {
            m_listenerV6.reset(); // no IPv6 here, or the port is taken there: 127.0.0.1 is what is promised
        }
    }
    takeAddresses(port);
    if (meansAny(options.address)) {
        m_lookout.start(options.lookAround);
    }
}

/// Shows where the gateway can be reached, and lets in who comes by these addresses.
void GatewayServer::takeAddresses(quint16 port)
{
    const QList<QHostAddress> own = m_parts.ownAddresses ? m_parts.ownAddresses() : QNetworkInterface::allAddresses();
    const QList<QHostAddress> addresses = reachableAt(m_options.address, own);
    const GatewayState now = listeningOn(scheme(), m_options.address, addresses, port);
    QStringList hosts = m_options.allowedHosts;
    if (!m_options.publicUrl.isEmpty()) {
        hosts.append(hostIn(m_options.publicUrl)); // a proxy passes on by which name it was asked
    }
    m_rules = AccessRules::make(addresses, port, {m_options.allowedOrigins, hosts}, m_options.tls.has_value());
    if (now == m_listening) {
        return;
    }
    m_listening = now;
    Q_EMIT stateChanged(now);
}

void GatewayServer::lookAround()
{
    if (m_listener && !m_finishing && meansAny(m_options.address)) {
        takeAddresses(m_listener->serverPort());
    }
}

void GatewayServer::finishServices()
{
    for (const std::unique_ptr<Service> &service : m_services) {
        service->finish();
    }
}

void GatewayServer::close()
{
    finishServices();
    answerWhoeverWaits(); // or OpenAI's client would send, and pay, again
    m_calls.cancelAll();
    for (const std::unique_ptr<Service> &service : m_services) {
        service->close();
    }
    closeListeners();
}

void GatewayServer::closeListeners()
{
    ++m_starts;
    m_finishing = false;
    m_listening = {};
    m_lookout.stop();
    m_patience.stop();
    m_farewell.stop();
    for (std::unique_ptr<Listener> *listener : {&m_listener, &m_listenerV6}) {
        if (!*listener) {
            continue;
        }
        // Its port is free at once; the answers it has given leave in their own time.
        Listener *old = listener->release();
        old->setParent(this);
        old->disconnect(this);
        old->finish();
        connect(old, &Listener::emptied, old, &QObject::deleteLater);
        if (old->connections() == 0) {
            old->deleteLater();
        } else {
            QTimer::singleShot(farewell, old, &QObject::deleteLater);
        }
    }
}

void GatewayServer::stop()
{
    close();
    Q_EMIT stateChanged({});
}

void GatewayServer::finishAndStop(std::chrono::milliseconds patience)
{
    if (!m_listener) {
        return stop();
    }
    m_finishing = true;
    finishServices();
    for (Listener *listener : {m_listener.get(), m_listenerV6.get()}) {
        if (listener) {
            listener->finish();
        }
    }
    m_patience.start(patience);
    stopIfFinished();
}

int GatewayServer::connections() const
{
    return (m_listener ? m_listener->connections() : 0) + (m_listenerV6 ? m_listenerV6->connections() : 0);
}

QString GatewayServer::scheme() const
{
    return m_options.tls ? u"https"_s : u"http"_s;
}

QString GatewayServer::baseAddress(const GatewayRequest &request) const
{
    return lightwell::baseAddress(request, m_options.publicUrl, scheme());
}

void GatewayServer::stopIfFinished()
{
    if (m_finishing && connections() == 0) {
        turnOff();
    }
}

void GatewayServer::turnOff()
{
    closeListeners();
    Q_EMIT stateChanged({});
}

void GatewayServer::fail(const Error &error)
{
    GatewayState state;
    state.kind = GatewayState::Kind::Failed;
    state.error = error;
    Q_EMIT stateChanged(state);
}

} // namespace lightwell
