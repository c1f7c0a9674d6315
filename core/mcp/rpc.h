// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/liftedjson.h"

#include <QList>

#include <memory>
#include <optional>

/// The Model Context Protocol, as the server of assistants' programs speaks it (modelcontextprotocol.io, revisions
/// 2024-11-05 to 2026-07-28). Knows messages, not how they travel: the gateway and the command line carry them.
namespace lightwell::mcp {

/// Of JSON-RPC 2.0, and those that the protocol adds.
namespace errorcode {
inline constexpr int parse = -32700;
inline constexpr int invalidRequest = -32600;
inline constexpr int methodNotFound = -32601;
inline constexpr int invalidParams = -32602;
inline constexpr int internal = -32603;
inline constexpr int resourceNotFound = -32002; ///< to 2025-11-25; later invalidParams
inline constexpr int sessionNotFound = -32001; ///< clients know it by this number
inline constexpr int headerMismatch = -32020;
inline constexpr int unsupportedVersion = -32022;
} // namespace errorcode

struct RpcError
{
    int code = errorcode::internal;
    QString message; ///< for whoever writes the client
    QJsonValue data = QJsonValue::Undefined;

    friend bool operator==(const RpcError &, const RpcError &) = default;
};

/// One message of JSON-RPC 2.0; the id of a request is a text or a whole number.
struct Message
{
    enum class Kind { Request, Notification, Response };
    Kind kind = Kind::Request;
    QJsonValue id; ///< undefined: a notification
    QString method; ///< empty: a response
    QJsonObject params; ///< long base64 strings are placeholders, which `text` reads
    QJsonObject result; ///< of a response; empty where it is an error
    std::shared_ptr<const LiftedJson> text;

    /// params._meta
    [[nodiscard]] QJsonObject meta() const;
    /// What a value within params says as text.
    [[nodiscard]] QString textOf(const QJsonValue &value) const;
};

/// What came in one piece.
struct Reading
{
    QList<Message> messages; ///< one, but for a batch
    bool isBatch = false;
    std::optional<RpcError> fault; ///< then there are no messages
    QJsonValue faultId = QJsonValue::Null; ///< of the request at fault; null, as JSON-RPC has it, where it is not read
};

/// Reads a message, or a batch of at most 32 that is refused whole where one of them is none. Bounded as all that
/// clients send (jsonlimits::clientBody).
[[nodiscard]] Reading readMessages(const QByteArray &text);

/// The refusal of a batch in a revision that has none.
[[nodiscard]] RpcError noBatches();

[[nodiscard]] QJsonObject resultMessage(const QJsonValue &id, const QJsonObject &result);
[[nodiscard]] QJsonObject errorMessage(const QJsonValue &id, const RpcError &error); ///< undefined: without an id
[[nodiscard]] QJsonObject requestMessage(const QJsonValue &id, const QString &method, const QJsonObject &params);
[[nodiscard]] QJsonObject notificationMessage(const QString &method, const QJsonObject &params);
/// Tells that nobody waits for the answer to a request any more.
[[nodiscard]] QJsonObject withdrawal(const QJsonValue &id);

} // namespace lightwell::mcp
