// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gateway/wordanswer.h"

namespace lightwell::test {

[[nodiscard]] GatewayOptions storing(bool stores = true); ///< whether answers of text models are kept on the disk

/// A gateway on the home of another, as after a restart: it knows nothing of what that has in memory.
class NextGateway
{
public:
    explicit NextGateway(ChatRig &rig, const GatewayOptions &options = {});
    NextGateway(ChatRig &rig, GatewayOptions options, Engine &engine, Journal &journal);

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QByteArray request(const QByteArray &path, const QJsonObject &body, const QByteArray &headers) const;
    [[nodiscard]] WordAnswer ask(const QByteArray &path, const QJsonObject &body, const QByteArray &headers) const;

private:
    ChatRig &m_rig;
    Gateway m_gateway;
};

/// Of the rig's own gateway.
[[nodiscard]] WordAnswer ask(const ChatRig &rig, const QByteArray &path, const QJsonObject &body,
                             const QByteArray &headers);

[[nodiscard]] QJsonObject chatWish(bool streams = false); ///< of "alpha/talk"
[[nodiscard]] QString codeOf(const WordAnswer &answer); ///< of an error in OpenAI's form, or OpenRouter's
[[nodiscard]] qint64 kept(const ChatRig &rig); ///< how many answers lie on the disk
[[nodiscard]] bool change(const ChatRig &rig, const QString &sql);

} // namespace lightwell::test
