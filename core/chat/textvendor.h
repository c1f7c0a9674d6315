// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/credentials.h"
#include "core/chat/textcatalog.h"
#include "core/model/http.h"

#include <memory>

namespace lightwell {

/// A provider of text models that speaks OpenAI's API. As pure as an adapter: no input or output, no state.
class TextVendor
{
public:
    virtual ~TextVendor() = default;
    [[nodiscard]] virtual ProviderInfo info() const = 0;
    [[nodiscard]] virtual bool has(TextKind kind) const = 0; ///< it takes such requests
    /// Whether it is asked to tell the usage at the end of a stream; else it does so unasked, or not at all.
    [[nodiscard]] virtual bool takesUsageWish() const = 0;
    /// Whether it knows `max_tokens` alone, and not the newer `max_completion_tokens`.
    [[nodiscard]] virtual bool hasMaxTokensOnly() const = 0;
    /// Whether it passes calls on to other providers, by the wishes of OpenRouter's object `provider`.
    [[nodiscard]] virtual bool choosesAmongOthers() const = 0;
    /// The paid request with this body.
    [[nodiscard]] virtual HttpRequest submission(TextKind kind, const QByteArray &body,
                                                 const Credentials &credentials) const = 0;
    /// What an answer that is no success means; also of one that was well, but for an error in it or in its stream.
    [[nodiscard]] virtual Error errorOf(const HttpResponse &response, const Credentials &credentials) const = 0;
    /// What it says in its usage that the call costs; unknown: it does not say.
    [[nodiscard]] virtual Money toldCost(const QJsonObject &usage) const = 0;
};

using TextVendorPtr = std::shared_ptr<const TextVendor>;

/// What text models there are, and who serves them.
struct TextModels
{
    TextCatalog catalog;
    QList<TextVendorPtr> vendors;

    [[nodiscard]] TextVendorPtr vendor(const QString &provider) const; ///< nullptr: it has no text models
    [[nodiscard]] QStringList providers() const;
};

} // namespace lightwell
