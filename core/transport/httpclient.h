// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/result.h"
#include "core/transport/certificates.h"

#include <QFuture>
#include <QHostAddress>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>

class QFile;

namespace lightwell {

class SocketCall;
struct SocketLimits;

/// How far a request got: the one thing that decides whether it may be repeated.
enum class Delivery {
    NotSent, ///< certain: name, connection or TLS failed before a byte of the request left
    MaybeSent, ///< the connection broke or time ran out after sending began
    Answered, ///< a complete HTTP answer arrived, whatever its status
};

struct HttpResult
{
    Delivery delivery = Delivery::MaybeSent;
    HttpResponse response; ///< where it is not Answered: what came until it broke off, of a request with a body
    std::shared_ptr<QFile> file =
        nullptr; ///< that body instead, where it is large; open, at its beginning, without a name
    Error error; ///< meaningful unless Answered
};

struct TransportLimits
{
    std::chrono::milliseconds connect = std::chrono::seconds(20);
    std::chrono::milliseconds idle = std::chrono::minutes(10); ///< silence after the request went out
    std::chrono::milliseconds total = std::chrono::minutes(10);
    qint64 maxInMemoryBytes =
        32LL * 1024 * 1024; ///< of an answer under way; more of it lies on the disk until it is whole
    qint64 maxResponseBytes = 200LL * 1024 * 1024; ///< of an answer that is read
    /// Of one that is paid for: what is beyond maxResponseBytes is still taken, but only to the disk
    /// (HttpResult::file).
    qint64 maxKeptBytes = 0;
    /// Of an answer that is no picture by its Content-Type, not counting long strings (pictures as base64). A larger
    /// one is given up while it comes, so not for answers that are paid for. 0: no limit.
    qint64 maxTextBytes = 0;
};

/// Answers requests of an own URL scheme inside this process (the built-in painter), so that it walks the very
/// same steps as a vendor without a listening socket.
class InProcessServer
{
public:
    virtual ~InProcessServer() = default;
    /// Called on the client's thread; must return at once and do its work elsewhere.
    [[nodiscard]] virtual QFuture<HttpResponse> handle(const HttpRequest &request) = 0;
};

/// One running request. finished() comes exactly once, never before the event loop runs, also after abort() and when
/// the client is destroyed; then the call deletes itself.
class HttpCall : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Ends the call with ErrorKind::Cancelled. No effect once finished.
    virtual void abort() = 0;

Q_SIGNALS:
    void finished(const lightwell::HttpResult &result);
    void received(qint64 bytes, qint64 total); ///< total is -1 where unknown
    /// A piece of the answer's body, in order, while the rest is still on its way; `head` is the answer without a body.
    /// finished() brings the whole of it all the same, or tells that it did not come. Only of requests with a body.
    void pieceArrived(const lightwell::HttpResponse &head, const QByteArray &piece);
};

/// What tests and unusual networks change.
struct HttpClientOptions
{
    AddedAuthorities authorities; ///< trusted beside the system's own
    /// Looks up the names of result links; empty: the system does. Calls back on the thread of `context`, unless that
    /// is gone.
    std::function<void(const QString &host, QObject *context, std::function<void(const QList<QHostAddress> &)> found)>
        resolver;
    QString spoolFolder = {}; ///< for large answers while they come; empty: the system's temporary folder
    /// Until a connection opened ahead is closed unused: shorter than the patience of servers with a client that
    /// connects and says nothing (20 seconds and more).
    std::chrono::milliseconds openedAheadFor = std::chrono::seconds(10);
};

/// The one way out to vendors: many requests to one HTTP/1.1 host at once, HTTP/2 where offered, the system's
/// proxy, limits, no silent redirects, TLS always verified, one redacting log. Lives on the engine's thread.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(QObject *parent = nullptr);
    explicit HttpClient(const HttpClientOptions &options, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Redirects are never followed: a 3xx is an answer like any other. A request with a body leaves at most once, and
    /// over a connection of its own. One that starts paid work must have a body, for that is what it hangs on. Without
    /// TLS only into the local network.
    [[nodiscard]] HttpCall *send(const HttpRequest &request, const TransportLimits &limits = {});

    /// Opens `connections` to the host of `address` ahead, for paid requests that will soon be sent there: the
    /// handshake then takes place while the journal is written. Sends nothing, and tells of no failure: send() will.
    void prepare(const QUrl &address, int connections);
    /// Has up to that many (at most three) connections open for paid requests that may be sent there. They are closed
    /// if none came within `openedAheadFor`.
    void keepReady(const QUrl &address, int connections);

    /// Opens a web socket to listen to: `request` has its address (ws or wss) and headers. Without TLS only into the
    /// local network, as with send(). Ends like a call, also when the client is destroyed.
    [[nodiscard]] SocketCall *listen(const HttpRequest &request, const SocketLimits &limits);

    /// Fetches a result link: GET without any credentials, https (or to the user's `own` server, see leadsToOwn()), at
    /// most three redirects each checked against the same rule, refusing addresses inside private networks, the name
    /// resolved once and the connection made to the address that was checked.
    [[nodiscard]] HttpCall *download(const QUrl &url, const QUrl &own, const TransportLimits &limits = {});

    /// `server` answers every URL of `scheme` from now on; it must outlive the client.
    void registerScheme(const QString &scheme, InProcessServer *server);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell

Q_DECLARE_METATYPE(lightwell::HttpResult)
