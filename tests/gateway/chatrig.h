// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textvendor.h"
#include "tests/gateway/gatewayrig.h"
#include "tests/standins/chatapi.h"

namespace lightwell::test {

/// A gateway with text models at two providers, "alpha" and "beta", each with a stand-in: "talk" at both, dearer at the
/// second, which passes calls on to others by wishes; "free-of-price" at the first, whose price nobody knows; "embed"
/// for embeddings. "talk" costs a dollar for a million tokens in and ten out, reads 10,000 and says 1,000.
class ChatRig
{
public:
    explicit ChatRig(const GatewayOptions &options = {});
    [[nodiscard]] static std::shared_ptr<const TextModels> texts(); ///< these models

    /// "POST /v1/PATH" with the client's key, on a connection that closes behind the answer.
    [[nodiscard]] QByteArray post(const QByteArray &path, const QJsonObject &body,
                                  const QByteArray &headers = {}) const;
    [[nodiscard]] RawAnswer ask(const QByteArray &path, const QJsonObject &body, const QByteArray &headers = {}) const;
    [[nodiscard]] RawAnswer chat(const QJsonObject &fields = {}) const; ///< of "talk"
    [[nodiscard]] static QJsonObject wish(const QJsonObject &fields = {});
    /// As with a provider of the built-in catalog that takes any name: whatever "alpha" has may make pictures.
    void takeAnyNameAtAlpha();
    void setAddress(const QString &provider, const QUrl &url);
    /// Makes "drawn", and "retouched", which also works on pictures, for three cents each.
    [[nodiscard]] ToyVendor &painter() { return gateway.rig.vendor(QStringLiteral("gamma")); }
    [[nodiscard]] Usage usage() { return gateway.rig.usage(); }
    /// The newest in the journal.
    [[nodiscard]] Generation last();

    ChatApiStandIn alpha;
    ChatApiStandIn beta;
    GatewayRig gateway;

private:
    QHash<QString, QUrl> m_addresses;
};

/// An answer in chunks, without these.
[[nodiscard]] QByteArray unchunked(const QByteArray &wholeAnswer);

} // namespace lightwell::test
