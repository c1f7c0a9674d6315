// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/revision.h"
#include "core/mcp/rpc.h"

namespace lightwell::mcp {

/// What HTTP repeats of a message beside it, as sent; nothing: there is no such header.
struct MirrorHeaders
{
    std::optional<QByteArray> version; ///< MCP-Protocol-Version
    std::optional<QByteArray> method; ///< Mcp-Method
    std::optional<QByteArray> name; ///< Mcp-Name

    friend bool operator==(const MirrorHeaders &, const MirrorHeaders &) = default;
};

/// In which terms a request is answered.
struct Terms
{
    Revision revision = assumedRevision;
    bool mayAsk = false; ///< the client can show its user a form

    friend bool operator==(const Terms &, const Terms &) = default;
};

/// What was said at the start of a pipe, which is one client's, or of a session over HTTP.
struct Handshake
{
    std::optional<Terms> terms; ///< of `initialize`; nothing: there was none yet, or nobody remembers it
};

struct Opening
{
    Terms terms;
    std::optional<RpcError> fault; ///< it is no request that is answered in any terms (400 over HTTP)
};

/// Whether a message itself says what it needs, as all of the newest revision do: no handshake counts. `headers`: it
/// came over HTTP.
[[nodiscard]] bool bringsItsTerms(const Message &message, const std::optional<MirrorHeaders> &headers);

/// Finds out how a message is meant: of which revision, and what its client can. `headers`: it came over HTTP, where
/// each says its revision, and the handshake is that of its session.
[[nodiscard]] Opening openingOf(const Message &message, const std::optional<MirrorHeaders> &headers,
                                const Handshake &handshake = {});

/// The terms that an `initialize` asks for, as near as they are had here.
[[nodiscard]] Terms termsOfInitialize(const QJsonObject &params);

/// The value of a header that may be written as "=?base64?…?=".
[[nodiscard]] QByteArray decodedHeader(const QByteArray &value);

} // namespace lightwell::mcp
