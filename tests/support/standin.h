// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/multipart.h"
#include "tests/support/testserver.h"

namespace lightwell::test {

/// A vendor that is not there: enforces the vendor's rules over real HTTP and counts the calls. Lives on the thread
/// that made it and needs its event loop; handle() may use the members freely.
class StandIn
{
public:
    explicit StandIn(const TestServer::Options &options = {});
    virtual ~StandIn();
    Q_DISABLE_COPY_MOVE(StandIn)

    /// To give to the adapter as base URL, and to a vendor's own client. With a path where the vendor's does.
    [[nodiscard]] virtual QUrl baseUrl() const { return m_server.url(); }
    [[nodiscard]] QList<Received> calls() const { return m_server.received(); }
    [[nodiscard]] int calls(const QString &path) const { return m_server.count(path); }
    [[nodiscard]] TestServer &server() { return m_server; }
    [[nodiscard]] const TestServer &server() const { return m_server; }

protected:
    /// Never called before the subclass is fully made.
    [[nodiscard]] virtual Reply handle(const Received &request) = 0;

private:
    TestServer m_server;
};

} // namespace lightwell::test
