// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/message.h"

#include <QSslConfiguration>
#include <QStringList>

#include <functional>
#include <memory>

namespace lightwell::test {

/// A small HTTP/1.1 server on a free loopback port, for tests: answers as the handler says, misbehaves on demand,
/// and remembers every request. All public functions may be called from any thread.
class TestServer
{
public:
    /// Called for every request, one at a time, on the server's thread.
    using Handler = std::function<Reply(const Received &)>;
    enum class Thread {
        Caller, ///< needs the caller's event loop to spin; the handler may touch the test's variables freely
        Own, ///< answers even while the test blocks; the handler must take care of what it shares
    };
    struct Options
    {
        Thread thread = Thread::Caller;
        QSslConfiguration tls; ///< with a local certificate: the server speaks https
    };

    explicit TestServer(Handler handler);
    TestServer(Handler handler, const Options &options);
    ~TestServer(); ///< drops every connection
    Q_DISABLE_COPY_MOVE(TestServer)

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QUrl url(const QString &pathAndQuery = {}) const; ///< "http://127.0.0.1:PORT" + pathAndQuery

    [[nodiscard]] QList<Received> received() const; ///< in the order of arrival
    [[nodiscard]] int count() const;
    [[nodiscard]] int count(const QString &path) const;
    [[nodiscard]] int connections() const; ///< accepted so far
    [[nodiscard]] int openConnections() const;
    [[nodiscard]] int hangUps() const; ///< clients that left before they were answered
    void forget(); ///< empties the record of requests
    void close(); ///< stops listening, so that connecting is refused; open connections are dropped

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell::test
