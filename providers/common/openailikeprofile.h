// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "providers/common/httperrors.h"
#include "providers/common/requests.h"

namespace lightwell {

/// What one vendor of OpenAI's dialect does its own way. Everything that is not said is as OpenAI has it.
struct OpenAiLikeProfile
{
    ProviderInfo info;
    KeyHeader key;
    QString version = QStringLiteral("/v1"); ///< follows a base address that has none, see versionedEndpoint()
    QString generations = QStringLiteral("/images/generations"); ///< takes JSON
    QString edits = QStringLiteral("/images/edits"); ///< takes uploads; only for offers with Wire::imageAs "file"
    QString models = QStringLiteral("/models"); ///< asked for, free, to check a key; empty: there is nothing
    bool jsonEdits = false; ///< pictures inside JSON go to `edits` too
    /// Name of the upload parts where there are several pictures: OpenAI's own clients write a list so.
    QString severalUploads = QStringLiteral("image[]");
    /// Puts pictures inside JSON, as data URLs or base64, where the vendor has fields of its own form. Without it they
    /// go into fields["image"].
    void (*embed)(QJsonObject &body, const QStringList &pictures) = nullptr;
    bool streams = false; ///< previews are asked for with "stream": true
    QLatin1StringView pictures = QLatin1StringView("data"); ///< the answer's list, of objects with b64_json or url
    /// Whether the vendor's filter kept an entry of that list back, in its words, which may be none; asked with the
    /// whole answer: everything.
    std::optional<QString> (*withheld)(const QJsonObject &part) = nullptr;
    /// Adds what else a success tells, also one without pictures: what it cost, the seed.
    void (*complete)(Done &done, const Plan &plan, const QJsonObject &answer) = nullptr;
    std::span<const ErrorCode> errors {}; ///< the vendor's own codes; OpenAI's are known beside them
    std::span<const ErrorPhrase> refusals {}; ///< what a refused request's message says, where no code does
    /// What no table can tell. The error is complete but for it; after a change of kind call explain() again.
    void (*refine)(Error &error, const HttpResponse &response, const VendorMessage &said) = nullptr;
};

} // namespace lightwell
