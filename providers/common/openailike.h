// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/httperrors.h"
#include "providers/common/requests.h"
#include "providers/common/synchronousadapter.h"

namespace lightwell {

/// What one vendor of OpenAI's dialect does its own way. Everything that is not said is as OpenAI has it.
struct OpenAiLikeProfile
{
    ProviderInfo info;
    KeyHeader key;
    QString version = QStringLiteral("/v1"); ///< follows a base address that has none, see versionedEndpoint()
    QString generations = QStringLiteral("/images/generations"); ///< takes JSON
    QString edits = QStringLiteral("/images/edits"); ///< takes uploads; only for offers with Wire::imageAs "file"
    QString models = QStringLiteral("/models"); ///< asked for, free, to check a key
    bool streams = false; ///< previews are asked for with "stream": true
    QLatin1StringView pictures = QLatin1StringView("data"); ///< the answer's list, of objects with b64_json or url
    std::span<const ErrorCode> errors {}; ///< the vendor's own codes; OpenAI's are known beside them
    /// What no table can tell. The error is complete but for it; after a change of kind call explain() again.
    void (*refine)(Error &error, const HttpResponse &response, const VendorMessage &said) = nullptr;
};

/// Speaks the dialect of OpenAI's Images API: a generation as JSON, an edit as JSON or multipart/form-data.
///
/// Read from Offer::wire, beside the common keys:
///   imageAs   "file" (default here): reference pictures go to the edits as uploads, with the mask.
///             "data-url" or "base64": they go into fields["image"] of a generation (LocalAI, Together AI and others),
///             as an array where imageList is true. A mask then goes into fields["mask"] the same way.
///   constants response_format belongs here, for servers that know it; OpenAI's own models refuse it.
class OpenAiLikeAdapter : public SynchronousAdapter
{
public:
    explicit OpenAiLikeAdapter(OpenAiLikeProfile profile);

    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

protected:
    /// The whole address of a path behind the version.
    [[nodiscard]] QUrl address(const QUrl &baseUrl, const QString &path) const;
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] HttpRequest writeKeyCheck(const QUrl &baseUrl) const override;
    void identify(HttpRequest &request, const Credentials &credentials) const override;
    [[nodiscard]] bool streams(const Plan &plan) const override;
    [[nodiscard]] Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const override;
    /// First by its code, then by its status.
    [[nodiscard]] Error readError(const HttpResponse &response, const Offer &offer,
                                  const QByteArray &key) const override;

private:
    OpenAiLikeProfile m_profile;
};

} // namespace lightwell
