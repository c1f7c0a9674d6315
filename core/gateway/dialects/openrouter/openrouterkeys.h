// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/keysdialect.h"

namespace lightwell::openrouter {

/// Keys as OpenRouter's guide "Management API Keys" and the schemas of its API reference (keys) have them. A key is
/// named by the SHA-256 of it, in hexadecimal. Days, weeks and months are the user's own, where OpenRouter's are of
/// UTC. All that is billed counts for a limit, so `include_byok_in_limit` changes nothing; what only a shared account
/// has (workspace_id, creator_user_id, external) is refused, and so are fields nobody knows: a misspelt limit would be
/// none.
class OpenRouterKeys : public KeysDialect
{
public:
    [[nodiscard]] Result<KeyListWish> readList(const GatewayRequest &request) const override;
    [[nodiscard]] Result<KeyWish> readNew(const GatewayRequest &request, const QDateTime &now) const override;
    [[nodiscard]] Result<KeyWish> readChange(const GatewayRequest &request, const QDateTime &now) const override;
    [[nodiscard]] bool isNamed(const Client &client, const QString &name) const override;
    [[nodiscard]] GatewayResponse list(const QList<ManagedKey> &keys) const override;
    [[nodiscard]] GatewayResponse one(const ManagedKey &key) const override;
    [[nodiscard]] GatewayResponse made(const ManagedKey &key, const QByteArray &secret) const override;
    [[nodiscard]] GatewayResponse removed() const override;
};

} // namespace lightwell::openrouter
