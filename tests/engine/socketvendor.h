// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/toyvendor.h"
#include "tests/support/socketserver.h"

namespace lightwell::test {

/// A toy vendor that tells of its job on a web socket as well, at the same address: JSON messages {"type","data"}, and
/// sketches as bytes behind two big-endian numbers of four bytes (1: a sketch; 1: JPEG, 2: PNG). "executing" without a
/// node says that the job has ended.
class SocketVendor : public ToyVendor, public SocketServer
{
public:
    SocketVendor();
    [[nodiscard]] QUrl baseUrl() const override { return SocketServer::url(); }
    void isDone(); ///< the next poll gets the picture

    [[nodiscard]] static QByteArray sketch(const QByteArray &png); ///< to be said
};

/// Its adapter. `address` is the one of the socket; empty: the vendor's own. Polls come every `pause`.
class SocketAdapter : public ToyAdapter
{
public:
    SocketAdapter(const QString &id, std::chrono::milliseconds pause, const QUrl &address = {});
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;
    [[nodiscard]] QList<Interim> streamed(const Plan &plan, const AdapterState &state,
                                          const StreamEvent &event) const override;

private:
    std::chrono::milliseconds m_pause;
    QUrl m_address;
};

} // namespace lightwell::test
