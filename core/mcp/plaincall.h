// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"

namespace lightwell::mcp {

/// What is answered at once: initialize, server/discover, ping, the lists that never change; and that there is no such
/// method.
class PlainCall : public Call
{
    Q_OBJECT
public:
    using Call::Call;
    void begin() override;

private:
    [[nodiscard]] std::optional<QJsonObject> result() const;
};

/// A call that is not carried out.
class FaultCall : public Call
{
    Q_OBJECT
public:
    FaultCall(const Message &message, const Terms &terms, const Asker &asker, QObject *parent, RpcError error);
    /// What the assistant may do better the next time, as the result of its tool.
    FaultCall(const Message &message, const Terms &terms, const Asker &asker, QObject *parent, const Error &error);
    void begin() override;

private:
    const std::optional<RpcError> m_error;
    const QJsonObject m_result;
};

} // namespace lightwell::mcp
