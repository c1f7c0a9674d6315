// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testserver.h"

#include "tests/support/connection.h"

#include <QMutex>
#include <QSslServer>
#include <QTcpServer>
#include <QThread>

#include <atomic>

namespace lightwell::test {

class TestServer::Private
{
public:
    void listen(const Options &options);
    void accept();
    Reply handle(const Received &request);
    void shutDown();
    /// Runs `work` on the server's thread and returns when it is done.
    void onServerThread(const std::function<void()> &work);

    Handler handler;
    std::unique_ptr<QThread> thread;
    std::unique_ptr<QTcpServer> server;
    QList<QPointer<Connection>> live;
    quint16 port = 0;
    bool tls = false;
    mutable QMutex mutex;
    QList<Received> received;
    std::atomic_int accepted = 0;
    std::atomic_int open = 0;
    std::atomic_int hangUps = 0;
};

void TestServer::Private::listen(const Options &options)
{
    tls = !options.tls.localCertificate().isNull();
    if (tls) {
        auto ssl = std::make_unique<QSslServer>();
        ssl->setSslConfiguration(options.tls);
        server = std::move(ssl);
    } else {
        server = std::make_unique<QTcpServer>();
    }
    server->setListenBacklogSize(1024);
    QObject::connect(server.get(), &QTcpServer::pendingConnectionAvailable, server.get(), [this] { accept(); });
    if (!server->listen(QHostAddress::LocalHost)) {
        qFatal("The test server cannot listen: %s", qPrintable(server->errorString()));
    }
    port = server->serverPort();
    if (options.thread == Thread::Own) {
        thread = std::make_unique<QThread>();
        thread->start();
        server->moveToThread(thread.get());
    }
}

void TestServer::Private::accept()
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        ++open;
        auto *connection = new Connection(socket, accepted++, [this](const Received &r) { return handle(r); });
        live.removeAll(QPointer<Connection>());
        live.append(connection);
        QObject::connect(connection, &Connection::closed, server.get(), [this] { --open; });
        QObject::connect(connection, &Connection::hungUp, server.get(), [this] { ++hangUps; });
    }
}

Reply TestServer::Private::handle(const Received &request)
{
    {
        const QMutexLocker lock(&mutex);
        received.append(request);
    }
    return handler(request);
}

void TestServer::Private::shutDown()
{
    server->close();
    for (const QPointer<Connection> &connection : std::as_const(live)) {
        delete connection.data();
    }
    live.clear();
    open = 0;
}

void TestServer::Private::onServerThread(const std::function<void()> &work)
{
    if (!thread) {
        return work();
    }
    QMetaObject::invokeMethod(server.get(), work, Qt::BlockingQueuedConnection);
}

TestServer::TestServer(Handler handler)
    : TestServer(std::move(handler), Options())
{
}

TestServer::TestServer(Handler handler, const Options &options)
    : d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
    d->listen(options);
}

TestServer::~TestServer()
{
    d->onServerThread([this] {
        d->shutDown();
        d->server.reset();
    });
    if (d->thread) {
        d->thread->quit();
        d->thread->wait();
    }
}

quint16 TestServer::port() const
{
    return d->port;
}

QUrl TestServer::url(const QString &pathAndQuery) const
{
    return QUrl(
        QStringLiteral("%1://127.0.0.1:%2").arg(d->tls ? QStringLiteral("https") : QStringLiteral("http")).arg(d->port)
        + pathAndQuery);
}

QList<Received> TestServer::received() const
{
    const QMutexLocker lock(&d->mutex);
    return d->received;
}

int TestServer::count() const
{
    return int(received().size());
}

int TestServer::count(const QString &path) const
{
    int found = 0;
    for (const Received &r : received()) {
        found += r.path == path ? 1 : 0;
    }
    return found;
}

int TestServer::connections() const
{
    return d->accepted;
}

int TestServer::openConnections() const
{
    return d->open;
}

int TestServer::hangUps() const
{
    return d->hangUps;
}

void TestServer::forget()
{
    const QMutexLocker lock(&d->mutex);
    d->received.clear();
}

void TestServer::close()
{
    d->onServerThread([this] { d->shutDown(); });
}

} // namespace lightwell::test
